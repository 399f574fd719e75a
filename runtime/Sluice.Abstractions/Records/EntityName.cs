namespace Sluice;

/// <summary>An entity of a system.</summary>
/// <param name="System">The system's name, as its contracts declare it: <c>Keap</c>.</param>
/// <param name="Entity">The entity's name, as documents write it: <c>Companies</c>.</param>
public readonly record struct EntityName(string System, string Entity) : IComparable<EntityName>
{
    /// <inheritdoc/>
    public int CompareTo(EntityName other)
    {
        var bySystem = string.CompareOrdinal(System, other.System);
        return bySystem != 0 ? bySystem : string.CompareOrdinal(Entity, other.Entity);
    }

    /// <summary>Whether the left name sorts first.</summary>
    public static bool operator <(EntityName left, EntityName right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left name sorts last.</summary>
    public static bool operator >(EntityName left, EntityName right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left name does not sort last.</summary>
    public static bool operator <=(EntityName left, EntityName right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left name does not sort first.</summary>
    public static bool operator >=(EntityName left, EntityName right) => left.CompareTo(right) >= 0;

    /// <summary>System and entity, as in <c>Keap Companies</c>.</summary>
    public override string ToString() => $"{System} {Entity}";
}
