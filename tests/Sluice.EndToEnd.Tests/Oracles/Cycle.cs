using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests.Oracles;

/// <summary>One cycle, as its report tells it and as the systems saw it.</summary>
/// <param name="Seed">What the systems are made from.</param>
/// <param name="Report">What the host said.</param>
/// <param name="Before">The systems before it.</param>
/// <param name="After">The systems after it.</param>
/// <param name="Log">What was asked in between.</param>
/// <param name="Open">What the host says is open, for messages.</param>
internal sealed record Cycle(
    long Seed, Report Report, Dump Before, Dump After, IReadOnlyList<LogEntry> Log, string Open)
{
    /// <summary>The writes that were done.</summary>
    public IReadOnlyList<LogEntry> Writes { get; } = [.. Log.Where(entry => entry.Committed)];

    public static async Task<Cycle> RunAsync(Scene scene)
    {
        var before = await scene.Sandbox.DumpAsync();
        var last = await scene.Sandbox.LastSequenceAsync();
        var report = await scene.RunAsync();
        return new(
            scene.Sandbox.Seed, report, before, await scene.Sandbox.DumpAsync(),
            await scene.Sandbox.LogAfterAsync(last),
            (await scene.SluiceAsync("status")).Output);
    }
}
