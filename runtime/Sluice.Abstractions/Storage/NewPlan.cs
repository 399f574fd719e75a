namespace Sluice;

/// <summary>A plan that is to be kept until it is approved.</summary>
/// <param name="Hash">What identifies it: the same operations give the same hash.</param>
/// <param name="At">When it was made.</param>
/// <param name="Pairings">The pairings it speaks for, by name, with the fingerprint each was planned with.</param>
/// <param name="Operations">What it would do. Read once, one after the other: there may be a million.</param>
public sealed record NewPlan(
    string Hash,
    DateTimeOffset At,
    IReadOnlyDictionary<string, string> Pairings,
    IReadOnlyCollection<PlannedOperation> Operations)
{
    /// <summary>Whether it holds what a breaker withholds from pairings that run by themselves.</summary>
    public bool IsBreaker { get; init; }
}
