using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests.Oracles;

/// <summary>One cycle, as its report tells it and as the systems saw it.</summary>
internal sealed record Cycle(long Seed, Report Report, Dump Before, Dump After, IReadOnlyList<LogEntry> Log)
{
    /// <summary>The writes that were done.</summary>
    public IReadOnlyList<LogEntry> Writes { get; } = [.. Log.Where(entry => entry.Committed)];

    public static async Task<Cycle> RunAsync(Scene scene)
    {
        var before = await scene.Sandbox.DumpAsync();
        var last = await scene.Sandbox.LastSequenceAsync();
        var report = await scene.RunAsync();
        return new(
            scene.Sandbox.Seed, report, before, await scene.Sandbox.DumpAsync(), await scene.Sandbox.LogAfterAsync(last));
    }
}
