namespace Sluice;

/// <summary>How a decision ended.</summary>
/// <param name="Decision">Its number in the inbox.</param>
/// <param name="IsApplied">Whether it was applied, or refused.</param>
/// <param name="Outcome">What came of it, in words.</param>
/// <param name="At">When.</param>
/// <param name="Effects">What it leads to; empty where it was refused.</param>
public sealed record DecisionCommit(
    long Decision, bool IsApplied, string Outcome, DateTimeOffset At, IReadOnlyList<DecisionEffect> Effects);
