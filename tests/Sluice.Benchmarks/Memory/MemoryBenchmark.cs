using System.Diagnostics;
using Sluice.Benchmarks.Harness;
using Sluice.Benchmarks.People;
using Sluice.Pipeline;

namespace Sluice.Benchmarks.Memory;

/// <summary>
/// What an initial load holds in memory: two systems that know the same people, made while they are listed.
/// </summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const int Points = 10;
    private const double Aim = 300;

    public string Name => "memory";

    public async Task<Measured> RunAsync(Effort effort, Action<string> progress, CancellationToken token)
    {
        var people = effort.Population(20_000, 1_000_000);
        await using var world = await PeopleWorld.StartAsync(people, effort.Seed, isKept: false);
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64 / 1e6;

        progress($"memory: {people} records a side are listed, matched and planned");
        var (plan, planned) = await MeasureAsync(() => world.ApproveAsync(token));
        progress($"memory: planned with {plan.PeakResident:0} MB in {planned}; the plan is carried out");
        PairingReport? report = null;
        var (run, carried) = await MeasureAsync(
            async () => report = (await world.Cycles.RunAsync(null, token)).Pairings.Single());
        if (report is not { Problem: null })
            throw new InvalidOperationException($"memory: the run did not come to its end. {report?.Problem}");

        return new(Name, $"{people} records a side", effort.Seed,
        [
            new("working set before", before, "MB"),
            .. Told("plan", plan, planned),
            .. Told("run", run, carried),
            new("run: links", report.Links),
        ])
        {
            Note = "The plan lists and matches for the first time; the run lists again and makes the links.",
        };
    }

    private static async Task<(MemoryCurve Curve, TimeSpan Taken)> MeasureAsync(Func<Task> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        var curve = await MemoryCurve.OfAsync(work);
        return (curve, TimeProvider.System.GetElapsedTime(start));
    }

    private static IEnumerable<Figure> Told(string when, MemoryCurve curve, TimeSpan taken) =>
    [
        new($"{when}: peak working set", curve.PeakResident, "MB", Aim),
        new($"{when}: peak managed", curve.PeakManaged, "MB"),
        new($"{when}: taken", taken.TotalSeconds, "s"),
        .. curve.Points(Points).Select((point, i) =>
            new Figure($"{when}: working set in part {i + 1} of {Points}", point.Resident, "MB")),
        .. curve.Points(Points).Select((point, i) =>
            new Figure($"{when}: managed in part {i + 1} of {Points}", point.Managed, "MB")),
    ];
}
