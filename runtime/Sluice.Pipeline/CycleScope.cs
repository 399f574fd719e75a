namespace Sluice.Pipeline;

/// <summary>What one run is confined to: a first careful step.</summary>
public sealed record CycleScope
{
    /// <summary>All there is to do.</summary>
    public static CycleScope Whole { get; } = new();

    /// <summary>The only pairing that takes its turn; null for all.</summary>
    public string? Pairing { get; init; }

    /// <summary>The only record that is looked at, by its key on either side; null for all.</summary>
    public string? Key { get; init; }

    /// <summary>How many records are written at most; null for any number.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether nothing is left out.</summary>
    public bool IsWhole => this == Whole;
}
