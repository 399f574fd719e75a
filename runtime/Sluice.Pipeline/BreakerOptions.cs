namespace Sluice.Pipeline;

/// <summary>
/// From where on links that lose a record, and values that are cleared, are too many for one cycle of a pairing: more
/// than the count and more than the share. They then wait until a person approves exactly them.
/// </summary>
public sealed class BreakerOptions
{
    /// <summary>
    /// How many of a pairing's links may be concerned in a cycle, whatever their share. 0 to 1,000,000; by default 10.
    /// A larger number lets small pairings change without a question.
    /// </summary>
    public int Count { get; set; } = 10;

    /// <summary>
    /// Which share of a pairing's live links may be concerned in a cycle, whatever their number. 0 to 1; by default
    /// 0.1.
    /// </summary>
    public double Share { get; set; } = 0.1;

    /// <summary>
    /// How many records may be created within an hour with what another one had been created with before their own
    /// origin was first seen, as happens where another tool copies what we create. 0 to 1,000,000; by default 10.
    /// </summary>
    public int Copies { get; set; } = 10;

    /// <summary>Other thresholds, by pairing name.</summary>
    public Dictionary<string, BreakerThreshold> Pairings { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal IEnumerable<string> Problems()
    {
        if (!IsCount(Count))
            yield return $"Pipeline:Breaker:Count is {Count}; give a number from 0 to 1000000.";
        if (!IsShare(Share))
            yield return $"Pipeline:Breaker:Share is {Share}; give a number from 0 to 1, as in 0.1 for 10 %.";
        if (!IsCount(Copies))
            yield return $"Pipeline:Breaker:Copies is {Copies}; give a number from 0 to 1000000.";
        foreach (var (pairing, own) in Pairings)
        {
            if (own.Count is { } count && !IsCount(count))
                yield return $"Pipeline:Breaker:Pairings:{pairing}:Count is {count}; give a number from 0 to 1000000.";
            if (own.Share is { } share && !IsShare(share))
                yield return $"Pipeline:Breaker:Pairings:{pairing}:Share is {share}; give a number from 0 to 1.";
        }
    }

    internal (int Count, double Share) Of(string pairing) => Pairings.TryGetValue(pairing, out var own)
        ? (own.Count ?? Count, own.Share ?? Share)
        : (Count, Share);

    private static bool IsCount(int count) => count is >= 0 and <= 1_000_000;

    private static bool IsShare(double share) => share is >= 0 and <= 1;
}
