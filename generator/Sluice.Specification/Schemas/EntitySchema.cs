namespace Sluice.Specification.Schemas;

/// <summary>An entity of a system.</summary>
/// <param name="Name">Its name in documents: <c>Customers person</c>.</param>
/// <param name="TypeName">The full C# name of its contract, without <c>global::</c>.</param>
/// <param name="OmitsNulls">Whether its API leaves nulls out of its answers.</param>
/// <param name="SameRecordAs">The entity that it is another view of.</param>
public sealed record EntitySchema(
    string Name, string TypeName, bool OmitsNulls = false, SameRecordSchema? SameRecordAs = null)
{
    /// <summary>What a new record has to be made with.</summary>
    public EquatableArray<RequiredMember> MadeWith { get; init; }

    /// <summary>
    /// Whether the paths in the documents make the contract, as there is no other; its type's name lacks the root
    /// namespace.
    /// </summary>
    public bool IsOpen { get; init; }
}
