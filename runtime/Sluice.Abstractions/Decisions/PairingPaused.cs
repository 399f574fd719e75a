namespace Sluice;

/// <summary>A pairing takes no turn any more, or again.</summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="IsPaused">Whether it takes none.</param>
public sealed record PairingPaused(string Pairing, bool IsPaused) : DecisionEffect;
