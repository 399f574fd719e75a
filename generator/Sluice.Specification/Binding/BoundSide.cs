namespace Sluice.Specification.Binding;

/// <summary>One end of a pairing.</summary>
/// <param name="System">The system's label as its contracts declare it: <c>YouTrack</c>.</param>
/// <param name="Slug">The system's slug: <c>youtrack</c>.</param>
/// <param name="Entity">The entity's name as its contract declares it: <c>Customers person</c>.</param>
/// <param name="TypeName">The full C# name of its contract, without <c>global::</c>.</param>
/// <param name="Alias">A short name for that type, different from the other side's: <c>CustomersPerson</c>.</param>
/// <param name="OmitsNulls">Whether its API leaves nulls out of its answers.</param>
/// <param name="Creation">
/// How records are made on this side for counterparts on the other; null where they never are.
/// </param>
/// <param name="ScopeHook">The name of the hand-written <c>InScope…</c> hook for this side.</param>
public sealed record BoundSide(
    string System,
    string Slug,
    string Entity,
    string TypeName,
    string Alias,
    bool OmitsNulls,
    BoundCreation? Creation,
    string? ScopeHook)
{
    /// <summary>
    /// Whether the paths in the documents make its contract; the type's name then lacks the root namespace.
    /// </summary>
    public bool IsOpen { get; init; }
}
