namespace Sluice;

/// <summary>A link with what both sides showed when they last agreed.</summary>
/// <param name="Link">The link.</param>
/// <param name="Bases">Field by field; a field that never agreed has none.</param>
public sealed record LinkedBases(Link Link, IReadOnlyList<FieldBase> Bases)
{
    /// <summary>Our own writes to its records that their systems may not show yet, oldest first.</summary>
    public IReadOnlyList<OwnWrite> OwnWrites { get; init; } = [];

    /// <summary>What either side shows since they last agreed, as far as it was seen.</summary>
    public IReadOnlyList<FieldEdit> Edits { get; init; } = [];
}
