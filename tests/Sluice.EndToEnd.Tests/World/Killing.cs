namespace Sluice.EndToEnd.Tests.World;

/// <summary>Kills a run at the worst moment.</summary>
internal static class Killing
{
    private const string Held = "hold-answer-once";

    /// <summary>Starts a run, and kills it when a write was committed whose answer is held back.</summary>
    /// <returns>The write, as the sandbox logged it.</returns>
    public static async Task<LogEntry> AtWriteAsync(Scene scene, string system, string method, string path)
    {
        await scene.Sandbox.SwitchOnAsync(Held, ("system", system), ("method", method), ("path", path));
        await using var run = scene.Start("run", "--once", "--json");
        var held = await scene.Sandbox.RequestAsync("held answer", entry => entry.Fault == Held);
        Assert.True(held.Committed);

        var killed = await run.KillAsync();
        Assert.NotEqual(0, killed.ExitCode);
        return held;
    }
}
