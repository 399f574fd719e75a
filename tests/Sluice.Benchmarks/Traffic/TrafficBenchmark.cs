using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Sluice.Benchmarks.Calls;
using Sluice.Benchmarks.Harness;

namespace Sluice.Benchmarks.Traffic;

/// <summary>
/// How well the pace of systems is used that bear ten requests a second, answer each a tenth of a second later, and
/// refuse what comes faster. Counted from their own log.
/// </summary>
internal sealed class TrafficBenchmark : IBenchmark
{
    private const int PerSecond = 10;
    private const int Latency = 100;
    private const int Edits = 100;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly string[] Systems = ["YouTrack", "Keap", "Powerofficego", "Customcrm"];

    public string Name => "traffic";

    public async Task<Measured> RunAsync(Effort effort, Action<string> progress, CancellationToken token)
    {
        IReadOnlyList<Pairing> pairings = [.. Flows.Catalogue.Pairings, .. Examples.Catalogue.Pairings];
        await using var world = await CallsWorld.StartAsync(effort.Seed, pairings, token);
        progress("traffic: backfill, at full speed");
        await world.ApproveAsync(token);
        await world.SettleAsync(token);
        var edits = await EditAsync(world, "customers", "Id", "City", token)
            + await EditAsync(world, "contacts", "Id", "FirstName", token);

        var taken = new ConcurrentBag<TimeSpan>();
        await world.ReconnectAsync(
            Systems.ToDictionary(system => $"Systems:{system}:RequestsPerSecond", _ => (string?)$"{PerSecond}"),
            sink => new TimedSink(sink, taken));
        await world.SwitchOnAsync(new() { ["kind"] = "delay", ["milliseconds"] = Latency }, token);
        await world.SwitchOnAsync(new() { ["kind"] = "rate-limit", ["perSecond"] = PerSecond }, token);
        progress("traffic: edits, at ten requests a second");
        var calls = await world.CountAsync(() => world.Cycles.RunAsync(null, token), token);

        var busiest = calls.GroupBy(call => call.System).MaxBy(system => system.Count())!;
        return new(
            Name, $"{pairings.Count} pairings, {edits} edits, {calls.Count} calls, {taken.Count} writes", effort.Seed,
            [
                new($"{busiest.Key}, which is asked most: requests a second", Used([.. busiest]), "/s", PerSecond),
                new(
                    "refused for their pace", 100.0 * calls.Count(call => call.Status == 429) / calls.Count, "%",
                    Aim: 1),
                new(
                    "longest write, less the time of its answer",
                    taken.Max().TotalSeconds - (Latency / 1000.0), "s", Aim: 2),
            ])
        {
            Note = "Requests a second are the median of the five-second stretches from the first call to the last.",
        };
    }

    private static double Used(List<LoggedCall> calls) => Watch.Median(
        from stretch in Enumerable.Range(0, (int)((calls[^1].At - calls[0].At) / Window))
        let begin = calls[0].At + (stretch * Window)
        select calls.Count(call => call.At >= begin && call.At < begin + Window) / Window.TotalSeconds);

    private static async Task<int> EditAsync(
        CallsWorld world, string table, string key, string property, CancellationToken token)
    {
        var keys = (await world.KeysAsync("customcrm", table, key, token)).Take(Edits).ToList();
        foreach (var (i, record) in keys.Index())
            await world.EditAsync("customcrm", table, record, new() { [property] = $"Changed {i}" }, token);

        return keys.Count;
    }
}
