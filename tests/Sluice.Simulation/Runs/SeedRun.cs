using Sluice.Pipeline;
using Sluice.Stores.Sqlite;

namespace Sluice.Simulation;

/// <summary>
/// One seed from its first day to its last: phases in which everything goes wrong, each followed by one in which
/// everything heals and must come to rest.
/// </summary>
internal sealed class SeedRun : IDisposable
{
    private const int Patience = 40;

    // A token server that gave none is asked again after a quarter of an hour at the latest.
    private const int PatienceWithTokens = 120;
    private readonly World _world;
    private readonly ulong _seed;
    private readonly List<Violation> _violations = [];

    private SeedRun(ulong seed, IReadOnlyList<Protection> without, bool keepDiary, MemoryFile file)
    {
        _seed = seed;
        _world = new(seed, without, keepDiary, file);
    }

    public static SeedResult Run(ulong seed, IReadOnlyList<Protection> without, bool keepDiary)
    {
        using var file = new MemoryFile();
        return Run(seed, without, keepDiary, file);
    }

    /// <summary>The same in a file that other seeds used, or will.</summary>
    public static SeedResult Run(ulong seed, IReadOnlyList<Protection> without, bool keepDiary, MemoryFile file)
    {
        file.Clear();
        using var run = new SeedRun(seed, without, keepDiary, file);
        return run.Run();
    }

    public void Dispose() => _world.Dispose();

    private SeedResult Run()
    {
        foreach (var pairing in _world.Pairings)
            _world.Diary.Note(
                $"{pairing.Descriptor.Name} maps {string.Join(", ", pairing.Descriptor.Fields.Select(f => f.Name))}");
        new Founders(_world, _world.Chances.Systems).Settle();
        _world.Crowd.Begin(_world.Chances.Plan.Seconds(5, 60));
        var started = _world.Now;
        _world.Crowd.IsAwake = true;
        _world.Asker?.Begin();
        var phases = _world.Chances.Plan.Between(2, 4);
        for (var phase = 0; phase < phases && _violations.Count == 0; phase++)
        {
            _world.Diary.Note($"phase {phase}: agitate");
            Agitate(phase);
            _world.Diary.Note($"phase {phase}: heal");
            Heal();
            _world.Crowd.IsCareful = false;
            if (_violations.Count == 0)
                _world.Operator?.Hear();
        }

        return new()
        {
            Seed = _seed,
            Violations = _violations,
            Faults = _world.Faults.Counts,
            PointsKnown = _world.Points.Known,
            PointsHit = _world.Points.Hit,
            Edits = _world.Crowd.Edits,
            Calls = _world.Diary.Calls,
            Writes = _world.Diary.Writes,
            Cycles = _world.Cycles,
            Simulated = _world.Now - started,
            Trace = _world.Diary.Lines,
        };
    }

    private void Agitate(int phase)
    {
        _world.Faults.AreOn = true;
        _world.Crowd.IsAwake = true;
        Aim();
        var until = _world.Now + _world.Chances.Plan.Seconds(60, 400);

        // Only after the first merge, in which a value beats a blank: that of whoever is for a person to decide, too.
        if (_world.HidesNames && phase > 0)
            _world.Loop.After(_world.Chances.Plan.Seconds(0, 200), () =>
            {
                if (_world.Faults.AreOn)
                    _world.HideNames();
            });
        while (_world.Now < until && _violations.Count == 0)
        {
            if (_world.Life is null or { IsDead: true })
                Restart();
            _world.Loop.RunUntil(() => _world.Now >= until || _world.Life!.IsDead);
            Look();
        }
    }

    private void Restart()
    {
        var wait = _world.Now + _world.Chances.Plan.Seconds(0, 60);
        _world.Loop.At(wait, () => { });
        _world.Loop.RunUntil(() => _world.Now >= wait);
        if (_world.Life is null or { IsDead: true })
            _world.StartProcess();
        if (_world.Faults.AreOn && _world.Chances.Plan.Happens(0.5))
            _world.Points.DieIn(_world.Chances.Plan.Between(1, 500));
        if (_world.Faults.AreOn && _world.Chances.Plan.Happens(0.5))
            Aim();
        if (_world.Faults.AreOn && _world.Chances.Plan.Happens(0.3))
            _world.Points.PauseIn(_world.Chances.Plan.Between(1, 500), _world.HoldUp);
    }

    private void Aim() => _world.Points.DieAt(_world.Aim, _world.Chances.Plan.Between(1, 2));

    private void Heal()
    {
        _world.Faults.AreOn = false;
        _world.Crowd.IsAwake = false;
        _world.Points.Calm();
        _world.ShowNames();
        if (_world.Life is null or { IsDead: true })
            Restart();

        var started = _world.Cycles;

        // What was deleted shows in a full listing only.
        var until = _world.Relisted;
        for (var quiet = 0; (quiet < 3 || _world.Now < until) && _violations.Count == 0;)
        {
            var (writes, cycles, decided) = (_world.Diary.Writes, _world.Cycles, _world.Reviewer?.Decisions);
            _world.Loop.RunUntil(() => _world.Cycles > cycles || _world.Life!.IsDead);
            Look();
            if (_world.Life!.IsDead)
                Restart();
            quiet = _world.Diary.Writes == writes && _world.Reviewer?.Decisions == decided && IsSettled()
                ? quiet + 1
                : 0;
            if (_world.Cycles - started > (IsKeptOut() ? PatienceWithTokens : Patience))
                _violations.Add(new("I4", "it does not come to rest: " + string.Join("; ",
                    _world.Store.OpenIntentsAsync(null).Value()
                        .Select(intent => $"{intent with { Identity = null }}"))));
        }

        if (_violations.Count > 0)
            return;

        var inspection = new Inspection(_world);
        var open = _world.Store.OpenItemsAsync(null).Value();
        _violations.AddRange(inspection.Run(open));
        inspection.Settle(open);
    }

    // What a lost answer leaves open is settled only when nothing can arrive any more, or when a person is asked.
    private bool IsSettled()
    {
        var open = _world.Store.OpenItemsAsync(null).Value();
        return _world.LastReport is { Plan: null, IsBreakerOpen: false } && !IsKeptOut()
            && _world.Store.WaitingAsync().Value().Count == 0
            && _world.Store.OpenIntentsAsync(null).Value().All(intent =>
                intent.TargetKey is null
                && intent.At + _world.Options.LateCommitBound < _world.LastReport.StartedAt
                && open.Any(item => item.Kind == OpenKind.Review
                    && item.Pairing == intent.Pairing && item.Key == intent.OriginKey));
    }

    // While there are no tokens, nothing is written, and nothing is right.
    private bool IsKeptOut() => _world is { Desk: not null, LastReport.HasProblems: true };

    private void Look()
    {
        foreach (var failure in _world.Failures.Take(1))
            _violations.Add(new("failure", $"{failure}"));
        if (_world.LastReport is { } report)
            foreach (var pairing in report.Pairings.Where(pairing =>
                pairing.Problem?.StartsWith("It failed inside", StringComparison.Ordinal) == true))
                _violations.Add(new("failure", $"{pairing.Name}: {pairing.Problem}"));
    }
}
