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
public sealed record Mark(RecordId Record, string Path, FieldValue Value, long Version, bool IsCopy)
{
    /// <summary>
    /// The highest version of what the record was known to have shown there before. A late write puts an older edit in
    /// the place of a newer one, and what somebody types over that is newer than both. The store keeps the highest it
    /// was ever given.
    /// </summary>
    public long Newest { get; init; }

    /// <summary>
    /// An edit made over it that a write of ours is to take the place of: it lost against another, and wherever it goes
    /// it comes right after this, and before all else. Absent where there is none.
    /// </summary>
    public FieldValue Overruled { get; init; }

    /// <summary>The highest version that whoever put the mark knew of, this one's included.</summary>
    public long KnownUpTo => Math.Max(Version, Newest);
}
