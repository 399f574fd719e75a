namespace Sluice;

/// <summary>A physical record: two entities that are views of one record share its id.</summary>
/// <param name="Entity">The entity that owns the record.</param>
/// <param name="Key">Its key there. Opaque; compared to the letter.</param>
public readonly record struct RecordId(EntityName Entity, string Key)
{
    /// <summary>Entity and key, as in <c>Keap Companies 42</c>.</summary>
    public override string ToString() => $"{Entity} {Key}";
}
