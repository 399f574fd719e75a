namespace Sluice;

/// <summary>A decision that waits is taken back, and never applied.</summary>
/// <param name="Decision">Its number in the inbox.</param>
public sealed record DecisionWithdrawn(long Decision) : DecisionEffect;
