namespace Sluice;

/// <summary>Plans, their approval, and how far each pairing is.</summary>
public interface IPlanStore
{
    /// <summary>Keeps a plan so that it can be approved. The same plan twice is one.</summary>
    ValueTask SavePlanAsync(StoredPlan plan);

    /// <summary>A kept plan; null where there is none of this hash.</summary>
    ValueTask<StoredPlan?> FindPlanAsync(string hash);

    /// <summary>
    /// Leaves an approval for the owner to apply. Works while another process owns the store: a decision is a row in
    /// the
    /// inbox, not a commit of the owner.
    /// </summary>
    ValueTask RequestApprovalAsync(string hash, DateTimeOffset at);

    /// <summary>
    /// Applies what is in the inbox: the pairings of an approved plan may carry out exactly its operations.
    /// </summary>
    /// <returns>The plans approved by this call.</returns>
    ValueTask<IReadOnlyList<string>> ApplyInboxAsync(DateTimeOffset at);

    /// <summary>
    /// How far a pairing is. One that is new, or whose fingerprint differs from the stored one, observes.
    /// </summary>
    ValueTask<PairingState> PairingStateAsync(string pairing, string fingerprint, DateTimeOffset at);

    /// <summary>Whether the plan that was approved for a pairing contains an operation.</summary>
    ValueTask<bool> IsApprovedAsync(string pairing, string operation);

    /// <summary>The approved plan was carried out: from now on the pairing runs by itself.</summary>
    ValueTask GoLiveAsync(string pairing, DateTimeOffset at);
}
