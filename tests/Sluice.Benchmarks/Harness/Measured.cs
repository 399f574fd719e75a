namespace Sluice.Benchmarks.Harness;

/// <summary>What a benchmark found.</summary>
/// <param name="Name">The benchmark.</param>
/// <param name="Size">On how much, in words.</param>
/// <param name="Seed">What its data was made from.</param>
/// <param name="Figures">In the order in which they are told.</param>
internal sealed record Measured(string Name, string Size, long Seed, IReadOnlyList<Figure> Figures)
{
    /// <summary>What the figures include and leave out; empty where that is plain.</summary>
    public string Note { get; init; } = "";
}
