namespace Sluice.Simulation;

/// <summary>How one seed went.</summary>
internal sealed class SeedResult
{
    public required ulong Seed { get; init; }

    public required IReadOnlyList<Violation> Violations { get; init; }

    public required IReadOnlyList<int> Faults { get; init; }

    public required IReadOnlyCollection<string> PointsKnown { get; init; }

    public required IReadOnlyCollection<string> PointsHit { get; init; }

    public required int Edits { get; init; }

    public required int Calls { get; init; }

    public required int Writes { get; init; }

    public required int Cycles { get; init; }

    public required TimeSpan Simulated { get; init; }

    /// <summary>What happened, line by line; empty where nobody wanted it kept.</summary>
    public required IReadOnlyList<string> Trace { get; init; }
}
