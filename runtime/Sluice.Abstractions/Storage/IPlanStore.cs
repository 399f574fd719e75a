namespace Sluice;

/// <summary>Plans, their approval, and how far each pairing is.</summary>
public interface IPlanStore
{
    /// <summary>Keeps a plan so that it can be approved. The same plan twice is one.</summary>
    ValueTask SavePlanAsync(NewPlan plan);

    /// <summary>A kept plan; null where there is none of this hash.</summary>
    ValueTask<StoredPlan?> FindPlanAsync(string hash);

    /// <summary>
    /// How far a pairing is. One that is new, or whose fingerprint differs from the stored one, observes.
    /// </summary>
    ValueTask<PairingState> PairingStateAsync(string pairing, string fingerprint, DateTimeOffset at);

    /// <summary>Whether the plan that was approved for a pairing contains an operation.</summary>
    ValueTask<bool> IsApprovedAsync(string pairing, string operation);

    /// <summary>The approved plan was carried out: from now on the pairing runs by itself.</summary>
    ValueTask GoLiveAsync(string pairing, DateTimeOffset at);

    /// <summary>
    /// What the pairings were compiled from when a run ended in which they had an approval, in the order of names. One
    /// that never had is not among them; one of which it is not known, because the store is older than this, has
    /// neither fingerprint nor documents.
    /// </summary>
    ValueTask<IReadOnlyList<CompiledPairing>> ApprovedAsync();

    /// <summary>The pairings that take no turn because a person paused them.</summary>
    ValueTask<IReadOnlySet<string>> PausedAsync();
}
