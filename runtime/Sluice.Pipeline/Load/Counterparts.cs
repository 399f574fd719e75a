namespace Sluice.Pipeline;

/// <summary>What stands, or stood, in another entity for the same thing as a record.</summary>
/// <param name="Live">Records that are there.</param>
/// <param name="Gone">Records that were there, and went unless a person has said since that another is made.</param>
internal sealed record Counterparts(IReadOnlyList<RecordId> Live, IReadOnlyList<RecordId> Gone)
{
    /// <summary>Why it is not known of one of them whether it is there; null where it is known of all.</summary>
    public string? Doubt { get; init; }

    /// <summary>
    /// Whether another one may be made: it is known that none is there, and what is gone is made again only by
    /// decision.
    /// </summary>
    public bool AllowAnother => Doubt is null && Live.Count == 0 && Gone.Count == 0;
}
