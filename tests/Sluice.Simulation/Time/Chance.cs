namespace Sluice.Simulation;

/// <summary>Every random choice of a run. The same seed gives the same choices on every machine and runtime.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014): small, fast, and independent of what .NET makes of a seed.</remarks>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 to below a limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>From one number to another, both possible.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>From 0 to below 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True in this share of all cases.</summary>
    public bool Happens(double share) => Fraction() < share;

    public TimeSpan Seconds(double least, double most) => TimeSpan.FromSeconds(least + Fraction() * (most - least));

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
