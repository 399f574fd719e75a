namespace Sluice;

/// <summary>One operation of a plan.</summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Operation">What tells it from others, values included: <c>create left for 3-17</c>.</param>
public sealed record PlannedOperation(string Pairing, string Operation);
