namespace Sluice.Pipeline;

/// <summary>A record that a plan would create although one like it is there.</summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Origin">The key of the record it would be created for.</param>
/// <param name="Entity">Where it would be created.</param>
/// <param name="Existing">The key of the one that is there.</param>
/// <param name="Because">What is the same.</param>
public sealed record LikelyDuplicate(string Pairing, string Origin, string Entity, string Existing, string Because);
