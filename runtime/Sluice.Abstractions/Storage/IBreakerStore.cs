namespace Sluice;

/// <summary>Which pairings withhold changes until a person approves them.</summary>
public interface IBreakerStore
{
    /// <summary>What a pairing withholds, and what of it was approved; null where its breaker is closed.</summary>
    ValueTask<Breaker?> BreakerAsync(string pairing);

    /// <summary>
    /// Notes that a pairing withholds the operations of a kept plan. Since when, and what was approved since, stays.
    /// </summary>
    ValueTask OpenBreakerAsync(string pairing, string reason, string plan, DateTimeOffset at);

    /// <summary>Notes that a pairing withholds nothing any more; approvals of what it withheld end with that.</summary>
    ValueTask CloseBreakerAsync(string pairing);
}
