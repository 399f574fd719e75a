namespace Sluice;

/// <summary>A value that we wrote into a record, and the one it took the place of.</summary>
/// <param name="Side">The side of the link that was written.</param>
/// <param name="Path">The path that was written.</param>
/// <param name="Before">What the record showed before: while its system settles, it may show it still.</param>
/// <param name="Sent">What was written.</param>
/// <param name="At">When the answer to the write came.</param>
public sealed record OwnWrite(Side Side, string Path, FieldValue Before, FieldValue Sent, DateTimeOffset At)
{
    /// <summary>Which edit was written; 0 where that is not known.</summary>
    public long Version { get; init; }

    /// <summary>Whether it was not seen to have arrived, and may yet, over whatever is newer.</summary>
    public bool IsLate { get; init; }

    /// <summary>Its number; 0 while it is not stored.</summary>
    public long Id { get; init; }
}
