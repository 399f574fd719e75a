namespace Sluice.Pipeline;

/// <summary>All that decides what happens to the fields of one link: both sides, the base, and the rules.</summary>
/// <param name="Rules">How the fields are compared and merged, field by field.</param>
/// <param name="Left">What the left side shows, field by field.</param>
/// <param name="Right">What the right side shows, field by field.</param>
/// <param name="Bases">What both showed when they last agreed, by name and in any order.</param>
internal sealed record LinkSituation(
    IReadOnlyList<FieldRule> Rules, FieldValue[] Left, FieldValue[] Right, IReadOnlyList<FieldBase> Bases)
{
    /// <summary>Whether both are known to stand for one thing by way of other pairings.</summary>
    public bool IsOneThing { get; init; }

    /// <summary>Whether the bases are those of a backup that was put in the store's place.</summary>
    public bool IsRestored { get; init; }

    /// <summary>The fields of which a person is asked which of two values is meant.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>What was carried from or to the left record, by whichever pairing.</summary>
    public RecordMarks LeftMarks { get; init; } = RecordMarks.None;

    /// <summary>What was carried from or to the right record.</summary>
    public RecordMarks RightMarks { get; init; } = RecordMarks.None;

    /// <summary>When the left side's fields were edited, as far as is known; empty where nothing is.</summary>
    public IReadOnlyList<EditInterval?> LeftEdits { get; init; } = [];

    /// <summary>When the right side's fields were edited, as far as is known.</summary>
    public IReadOnlyList<EditInterval?> RightEdits { get; init; } = [];

    /// <summary>
    /// Field by field our write that the left side may still hide behind what stood there before; empty where there is
    /// none.
    /// </summary>
    public IReadOnlyList<OwnWrite?> LeftSent { get; init; } = [];

    /// <summary>The same of the right side.</summary>
    public IReadOnlyList<OwnWrite?> RightSent { get; init; } = [];
}
