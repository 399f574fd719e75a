namespace Sluice.Pipeline;

/// <summary>What a run would do.</summary>
/// <param name="Hash">Identifies it for <c>approve</c>: the same operations give the same hash.</param>
/// <param name="Items">What would be done, record by record. There may be a million: each reading unpacks them anew.
/// </param>
/// <param name="LikelyDuplicates">Records that would be created although one with the same e-mail or name is
/// there.</param>
/// <param name="Calls">About how many API calls carrying it out takes.</param>
public sealed record SyncPlan(
    string Hash, IReadOnlyCollection<PlanItem> Items, IReadOnlyList<LikelyDuplicate> LikelyDuplicates, int Calls)
{
    /// <summary>The pairings whose plan needs an approval.</summary>
    public IReadOnlyList<string> NeedApproval { get; init; } = [];

    /// <summary>
    /// Entities that answered with an empty list, and in which records would be created. Some systems answer so where
    /// a right is missing or a service is not up yet; only a person knows whether nothing is there.
    /// </summary>
    public IReadOnlyList<string> Empty { get; init; } = [];
}
