namespace Sluice;

/// <summary>How the merge of one link ended.</summary>
/// <param name="Link">The link's id.</param>
/// <param name="Bases">The bases that moved; others stay.</param>
/// <param name="Dirty">Whether the link must be looked at again in the next cycle, changed or not.</param>
/// <param name="At">When.</param>
public sealed record MergeCommit(long Link, IReadOnlyList<FieldBase> Bases, bool Dirty, DateTimeOffset At)
{
    /// <summary>Intents that are settled by this.</summary>
    public IReadOnlyList<long> Settled { get; init; } = [];

    /// <summary>What the link is from now on; null where that stays.</summary>
    public LinkState? State { get; init; }

    /// <summary>
    /// The side whose record was deleted by the write that is settled: stored as gone, so that it is no news when a
    /// listing does not show it. Null where nothing was deleted.
    /// </summary>
    public Side? Deleted { get; init; }

    /// <summary>
    /// Sides that rest on something else than their last observation: the next listing of the record is news, even
    /// where it shows what that did.
    /// </summary>
    public IReadOnlyList<Side> Unobserved { get; init; } = [];

    /// <summary>
    /// What is open about the link's records from now on; replaces what was open about them in this pairing.
    /// </summary>
    public IReadOnlyList<OpenItem> Open { get; init; } = [];

    /// <summary>Our own writes that may not show yet, to be added.</summary>
    public IReadOnlyList<OwnWrite> OwnWrites { get; init; } = [];

    /// <summary>The numbers of own writes that count no longer.</summary>
    public IReadOnlyList<long> OwnWritesOver { get; init; } = [];

    /// <summary>
    /// What either side shows since they last agreed, in place of what is stored of the link; null where that stays.
    /// </summary>
    public IReadOnlyList<FieldEdit>? Edits { get; init; }

    /// <summary>What the records show now, for whichever pairing looks at them next.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>What to append to the history.</summary>
    public IReadOnlyList<HistoryEntry> History { get; init; } = [];
}
