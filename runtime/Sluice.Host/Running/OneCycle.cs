using Microsoft.Extensions.Configuration;
using Sluice.Host.Output;
using Sluice.Pipeline;
using Sluice.Stores.Sqlite;
using Spectre.Console;

namespace Sluice.Host.Running;

/// <summary>One cycle on demand: run by this process, or by the one that owns the store.</summary>
internal static class OneCycle
{
    private const string Title = "Running one cycle";

    public static async Task<RanCycle> RunAsync(
        IConfiguration settings, CycleScope scope, IAnsiConsole console, CancellationToken token)
    {
        if (await TryOpenAsync(settings) is not { } own)
            return await CycleMeter.ShowAsync(
                console, Title, progress => OwnersCycle.RunAsync(settings, scope, progress, token));

        await using var engine = own;
        return await CycleMeter.ShowAsync(
            console, Title, progress => CarryOutAsync(engine, scope, progress, token));
    }

    /// <summary>Runs it with an engine of this process.</summary>
    public static async Task<RanCycle> CarryOutAsync(
        Engine engine, CycleScope scope, IProgress<CycleProgress>? progress, CancellationToken token)
    {
        var since = await DocumentNews.SinceAsync(engine.Store, engine.Cycles.Compiled);
        var report = await engine.Cycles.RunAsync(scope, progress, token);
        return new(
            report,
            await DocumentNews.OfRunAsync(since, engine.Store, engine.Cycles.Compiled),
            scope.Key is not { } key || report.HasProblems || await IsKnownAsync(engine, report, key));
    }

    private static async Task<Engine?> TryOpenAsync(IConfiguration settings)
    {
        try
        {
            return await Engine.OpenAsync(settings, writes: true, Logs.Quiet);
        }
        catch (StoreBusyException)
        {
            return null;
        }
    }

    private static async Task<bool> IsKnownAsync(Engine engine, CycleReport report, string key)
    {
        var skipped = report.Pairings.Where(pairing => pairing.Skipped is not null).Select(pairing => pairing.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var pairing in engine.Topology.Pairings.Select(pairing => pairing.Descriptor)
            .Where(pairing => !skipped.Contains(pairing.Name)))
            foreach (var side in new[] { pairing.Left, pairing.Right })
                if ((await engine.Store.KnownBeforeAsync(side.Name, [key], DateTimeOffset.MaxValue)).Count > 0)
                    return true;

        return false;
    }
}
