using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>
/// A create is committed and its answer never comes: the process is killed while it waits, or the connection breaks.
/// </summary>
public sealed class KilledCreateTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("keap", "/contacts")]
    [InlineData("keap", "/companies")]
    [InlineData("customcrm", "/contacts")]
    [InlineData("customcrm", "/customers")]
    public async Task A_create_whose_process_was_killed_before_the_answer_is_found_and_not_made_again(
        string system, string path)
    {
        await using var scene = await OpenAsync(system);

        var held = await Killing.AtWriteAsync(scene, system, "POST", path);
        await scene.SettleAsync();

        await MadeOnceAsync(scene, held);
    }

    [Theory]
    [InlineData("keap", "/contacts")]
    [InlineData("customcrm", "/contacts")]
    public async Task A_create_whose_answer_was_lost_on_the_way_is_found_and_not_made_again(string system, string path)
    {
        await using var scene = await OpenAsync(system);
        await scene.Sandbox.SwitchOnAsync("drop-answer-once", ("system", system), ("method", "POST"), ("path", path));

        await scene.SettleAsync();

        await MadeOnceAsync(
            scene, Assert.Single(await scene.Sandbox.LogAsync(), entry => entry.Fault == "drop-answer-once"));
    }

    [Fact]
    public async Task A_create_that_never_arrived_is_made_once_it_can_no_longer_arrive_late()
    {
        await using var scene = await OpenAsync("keap");
        scene.Set("Pipeline__LateCommitBound", "00:00:05");
        await scene.Sandbox.SwitchOnAsync(
            "status", ("system", "keap"), ("method", "POST"), ("path", "/contacts"), ("status", 500), ("count", 1));

        await scene.RunAsync();
        Assert.Equal(1, await scene.UnsettledAsync());
        await Eventually.FindAsync(
            "settled store",
            async () => (await scene.RunAsync()).Changes == 0 && await scene.UnsettledAsync() == 0 ? "settled" : null);

        await Counterparts.CheckAsync(scene.Sandbox, "keap");
    }

    private static async Task MadeOnceAsync(Scene scene, LogEntry write)
    {
        Assert.True(write.Committed);
        Assert.Single(
            await scene.Sandbox.LogAsync(),
            entry => entry.System == write.System && entry.Committed && entry.Id == write.Id);
        await Counterparts.CheckAsync(scene.Sandbox, write.System);
    }

    private async Task<Scene> OpenAsync(string system)
    {
        var scene = await Scene.OpenAsync(output);
        scene.SetReadOnly(system == "keap" ? "Customcrm" : "Keap");
        await scene.ApproveAsync();
        return scene;
    }
}
