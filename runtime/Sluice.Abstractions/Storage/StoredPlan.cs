namespace Sluice;

/// <summary>A plan that was kept, as it is approved.</summary>
/// <param name="Hash">What identifies it: the same operations give the same hash.</param>
/// <param name="At">When it was made.</param>
/// <param name="Pairings">The pairings it speaks for, by name, with the fingerprint each was planned with.</param>
/// <param name="Operations">How many operations it holds.</param>
public sealed record StoredPlan(
    string Hash,
    DateTimeOffset At,
    IReadOnlyDictionary<string, string> Pairings,
    int Operations)
{
    /// <summary>Whether it holds what a breaker withholds from pairings that run by themselves.</summary>
    public bool IsBreaker { get; init; }
}
