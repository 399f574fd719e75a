namespace Sluice;

/// <summary>A person has seen what was lost with a record; it is not told any more, and nothing else follows.</summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Side">The side of the record.</param>
/// <param name="Key">The record's key.</param>
public sealed record LossSeen(string Pairing, Side Side, string Key) : DecisionEffect;
