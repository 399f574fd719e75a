namespace Sluice;

/// <summary>A link with what both sides showed when they last agreed.</summary>
/// <param name="Link">The link.</param>
/// <param name="Bases">Field by field; a field that never agreed has none.</param>
public sealed record LinkedBases(Link Link, IReadOnlyList<FieldBase> Bases);
