namespace Sluice;

/// <summary>
/// What a physical record showed at a path when this tool last carried that value from it or to it. Where the record
/// still shows it, nobody has edited it since.
/// </summary>
/// <param name="Record">The physical record.</param>
/// <param name="Path">The path, as the system's answers have it.</param>
/// <param name="Value">The value.</param>
/// <param name="Version">Which edit the value is; a copy has the version of what it was copied from, and a later edit
/// has a higher one.</param>
/// <param name="IsCopy">Whether this tool wrote it there.</param>
public sealed record Mark(RecordId Record, string Path, FieldValue Value, long Version, bool IsCopy);
