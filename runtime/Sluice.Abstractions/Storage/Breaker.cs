namespace Sluice;

/// <summary>Changes of a pairing that are withheld because there are too many of them.</summary>
/// <param name="Since">When it opened.</param>
/// <param name="Reason">What would be done to how many records, in words.</param>
/// <param name="Plan">The plan of exactly what is withheld.</param>
public sealed record Breaker(DateTimeOffset Since, string Reason, string Plan)
{
    /// <summary>The operations that were approved since it opened.</summary>
    public IReadOnlySet<string> Approved { get; init; } = new HashSet<string>();

    /// <summary>Whether the plan was approved: what of it is not done yet waits for something else.</summary>
    public bool IsApproved { get; init; }
}
