using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>What came of many seeds.</summary>
internal sealed class Totals
{
    private readonly int[] _faults = new int[Enum.GetValues<Fault>().Length];
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _hit = new(StringComparer.Ordinal);
    private readonly SortedDictionary<ulong, IReadOnlyList<Violation>> _violations = [];

    public required ulong From { get; init; }

    public required IReadOnlyList<Protection> Without { get; init; }

    public int Seeds { get; private set; }

    public TimeSpan Elapsed { get; set; }

    public double SeedsPerSecond => Elapsed > TimeSpan.Zero ? Seeds / Elapsed.TotalSeconds : 0;

    public long Edits { get; private set; }

    public long Calls { get; private set; }

    public long Writes { get; private set; }

    public long Cycles { get; private set; }

    public TimeSpan Simulated { get; private set; }

    /// <summary>The places that a run came by, whether a process died there or not.</summary>
    public IReadOnlyCollection<string> PointsKnown => _known;

    /// <summary>The places that no run came by, of those at which a process can die.</summary>
    public IEnumerable<string> PointsNeverMet =>
        Places.All.Where(Places.CanDieAt).Except(_known, StringComparer.Ordinal);

    public IReadOnlyCollection<string> PointsHit => _hit;

    /// <summary>What was violated, by seed.</summary>
    public IReadOnlyDictionary<ulong, IReadOnlyList<Violation>> Violations => _violations;

    public double WritesPerEdit => Edits > 0 ? (double)Writes / Edits : 0;

    public int Count(Fault fault) => _faults[(int)fault];

    public void Add(SeedResult result)
    {
        Seeds++;
        for (var i = 0; i < _faults.Length; i++)
            _faults[i] += result.Faults[i];
        _known.UnionWith(result.PointsKnown);
        _hit.UnionWith(result.PointsHit);
        Edits += result.Edits;
        Calls += result.Calls;
        Writes += result.Writes;
        Cycles += result.Cycles;
        Simulated += result.Simulated;
        if (result.Violations.Count > 0)
            _violations[result.Seed] = result.Violations;
    }
}
