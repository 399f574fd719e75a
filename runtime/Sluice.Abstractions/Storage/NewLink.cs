namespace Sluice;

/// <summary>A link to be stored with all that belongs to it.</summary>
/// <param name="Link">The link; its id is ignored.</param>
/// <param name="Bases">What both sides show of the fields on which they agree.</param>
/// <param name="Dirty">Whether a merge has something left to do: fields that do not agree yet.</param>
/// <param name="At">When.</param>
public sealed record NewLink(Link Link, IReadOnlyList<FieldBase> Bases, bool Dirty, DateTimeOffset At)
{
    /// <summary>The intent that led to this link, settled with it; null where nothing was written.</summary>
    public long? Intent { get; init; }

    /// <summary>
    /// The record as the answer to our own create showed it, or as it was found: stored as seen, so that it is no news
    /// later, unless it was listed otherwise before.
    /// </summary>
    public Observation? Created { get; init; }

    /// <summary>The side of <see cref="Created"/>.</summary>
    public Side CreatedSide { get; init; }

    /// <summary>
    /// What either side shows otherwise than they agree: with no link, no listing of it could be looked at for that.
    /// </summary>
    public IReadOnlyList<FieldEdit> Edits { get; init; } = [];

    /// <summary>What the records show, for whichever pairing looks at them next.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>What to append to the history.</summary>
    public IReadOnlyList<HistoryEntry> History { get; init; } = [];

    /// <summary>Sides that rest on something else than their last observation; see <see cref="MergeCommit"/>.</summary>
    public IReadOnlyList<Side> Unobserved { get; init; } = [];
}
