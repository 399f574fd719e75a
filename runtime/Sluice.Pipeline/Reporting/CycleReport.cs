namespace Sluice.Pipeline;

/// <summary>What one cycle did.</summary>
/// <param name="Run">Its number; 0 for a plan.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Listings">What was listed.</param>
/// <param name="Pairings">What was done, in the order of names.</param>
/// <param name="Plan">What would be done for pairings without an approved plan; for all of them where only a plan was
/// asked for.</param>
public sealed record CycleReport(
    long Run,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    IReadOnlyList<ListingReport> Listings,
    IReadOnlyList<PairingReport> Pairings,
    SyncPlan? Plan)
{
    /// <summary>Whether a pairing withholds changes because there are too many.</summary>
    public bool IsBreakerOpen => Pairings.Any(pairing => pairing.Breaker is not null);

    /// <summary>Whether something did not run as it should.</summary>
    public bool HasProblems => Pairings.Any(pairing => pairing.Problem is not null);
}
