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
    /// <param name="pairing">The pairing's name.</param>
    /// <param name="fingerprint">What it is now.</param>
    /// <param name="at">When it is asked.</param>
    /// <param name="planOnly">
    /// Whether it is only planned. One that has an approval as something else, or runs by itself, then keeps that.
    /// </param>
    ValueTask<PairingState> PairingStateAsync(
        string pairing, string fingerprint, DateTimeOffset at, bool planOnly = false);

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
