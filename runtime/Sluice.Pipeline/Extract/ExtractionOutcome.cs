namespace Sluice.Pipeline;

/// <summary>How the enumeration of an entity ended.</summary>
/// <param name="Entity">What was enumerated.</param>
/// <param name="Extraction">The enumeration; null where it could not even begin.</param>
/// <param name="Seen">Distinct records seen.</param>
/// <param name="Problem">Why it is not complete; null where it is.</param>
/// <param name="Fix">What a person can do about it.</param>
/// <param name="Bad">Elements that were no records.</param>
internal sealed record ExtractionOutcome(
    EntityName Entity, Extraction? Extraction, int Seen, string? Problem, string? Fix, IReadOnlyList<BadRecord> Bad)
{
    public bool IsComplete => Problem is null;

    /// <summary>Whether only changes were listed: then what was not seen is as it was.</summary>
    public bool IsDelta { get; init; }

    /// <summary>How many records there should be, where only changes were listed; null elsewhere.</summary>
    public int? Expected { get; init; }

    /// <summary>
    /// Whether its changes show none of something that nearly all records are known to show: then all are looked at.
    /// </summary>
    public bool IsDoubtful { get; init; }

    /// <summary>What none of its records shows any more, though nearly all did.</summary>
    public IReadOnlyList<ShownPath> Lost { get; init; } = [];

    /// <summary>
    /// When everything that is new now was not there yet: at the listing before this one. Null where that is not known.
    /// </summary>
    public DateTimeOffset? UnchangedAt { get; init; }

    /// <summary>Records on which a hook or mapping failed.</summary>
    public IReadOnlyList<FailedView> Failed { get; init; } = [];

    /// <summary>Why it is not known what one of its elements would match; null where all are known.</summary>
    public string? Blind { get; init; }
}
