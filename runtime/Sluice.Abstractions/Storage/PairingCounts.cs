namespace Sluice;

/// <summary>Where a pairing stands.</summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="State">How far it is.</param>
/// <param name="Links">Live links.</param>
/// <param name="Waiting">Records that wait for something named.</param>
/// <param name="Review">Records that wait for a person.</param>
/// <param name="Rejected">Records that a vendor refused.</param>
/// <param name="OpenIntents">Writes whose outcome is not settled.</param>
public sealed record PairingCounts(
    string Pairing, PairingState State, int Links, int Waiting, int Review, int Rejected, int OpenIntents)
{
    /// <summary>What it was when its state was noted; null where that is not known.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Records that the document's condition leaves out.</summary>
    public int Unwanted { get; init; }

    /// <summary>Whether it takes no turn because a person paused it.</summary>
    public bool IsPaused { get; init; }

    /// <summary>What is withheld until a person approves it; null where nothing is.</summary>
    public Breaker? Breaker { get; init; }

    /// <summary>How far the pairing is when it is as its fingerprint says: what changed since observes.</summary>
    public PairingState StateAs(string fingerprint) =>
        Fingerprint == fingerprint ? State : PairingState.Observing;
}
