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
    /// <summary>Records that the document's condition leaves out.</summary>
    public int Unwanted { get; init; }

    /// <summary>Whether it takes no turn because a person paused it.</summary>
    public bool IsPaused { get; init; }

    /// <summary>What is withheld until a person approves it; null where nothing is.</summary>
    public Breaker? Breaker { get; init; }
}
