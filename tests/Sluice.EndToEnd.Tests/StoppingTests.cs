using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>The service is asked to stop while it writes.</summary>
public sealed class StoppingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_service_that_is_stopped_amid_writes_finishes_what_is_in_flight(string signal)
    {
        await using var scene = await OpenAsync();
        await using var service = scene.Start("run");
        await scene.Sandbox.RequestAsync("creation", IsContact);

        await service.SignalAsync(signal);
        scene.Checked(["run"], await service.EndAsync()).Returned(0);

        Assert.Equal(0, await scene.UnsettledAsync());
        await scene.SettleAsync();
        await Counterparts.CheckAsync(scene.Sandbox, "keap");
    }

    [Fact]
    public async Task A_stop_waits_for_an_answer_as_long_as_a_call_may_take()
    {
        await using var scene = await OpenAsync();
        scene.Set("Systems__Keap__Timeout", "00:00:05");
        await scene.Sandbox.SwitchOnAsync(
            "hold-answer-once", ("system", "keap"), ("method", "POST"), ("path", "/contacts"));
        await using var service = scene.Start("run");
        await scene.Sandbox.RequestAsync("held answer", entry => entry.Fault is not null);

        await service.SignalAsync("TERM");
        scene.Checked(["run"], await service.EndAsync()).Returned(0);

        Assert.Equal(1, await scene.UnsettledAsync());
        await scene.SettleAsync();
        await Counterparts.CheckAsync(scene.Sandbox, "keap");
    }

    [Fact]
    public async Task A_single_cycle_that_is_stopped_ends_between_two_writes()
    {
        await using var scene = await OpenAsync();
        await using var run = scene.Start("run", "--once");
        await scene.Sandbox.RequestAsync("creation", IsContact);

        await run.SignalAsync("INT");
        scene.Checked(["run"], await run.EndAsync()).Returned(0)
            .Saying("stopped: what was in flight is finished and stored");

        Assert.Equal(0, await scene.UnsettledAsync());
        await scene.SettleAsync();
        await Counterparts.CheckAsync(scene.Sandbox, "keap");
    }

    [Fact]
    public async Task A_service_that_goes_on_picks_up_an_approval_and_edits_by_itself()
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.SetReadOnly("Customcrm");
        scene.Set("Pipeline__Interval", "00:00:01");
        await using var service = scene.Start("run");
        var plan = await service.LogAsync("await the approval of plan");
        var reachable = (await scene.Sandbox.DumpAsync()).Users
            .Count(user => user.InScope && !string.IsNullOrWhiteSpace(user.Email));

        (await scene.SluiceAsync("approve", plan.Split(' ')[^1])).Returned(0);
        await service.LogAsync($"keap-contacts/youtrack-users: 0 linked, {reachable} created");
        await scene.Sandbox.Vendors.AddUserAsync("late.comer", "Late Comer", "late@either.example");
        await service.LogAsync("keap-contacts/youtrack-users: 0 linked, 1 created");

        await service.SignalAsync("TERM");
        scene.Checked(["run"], await service.EndAsync()).Returned(0);
        Assert.Single((await scene.Sandbox.DumpAsync()).KeapContacts.Values, email => email == "late@either.example");
    }

    private static bool IsContact(LogEntry entry) => entry is { System: "keap", Method: "POST", Committed: true }
        && entry.Path.EndsWith("/contacts", StringComparison.Ordinal);

    private async Task<Scene> OpenAsync()
    {
        var scene = await Scene.OpenAsync(output);
        scene.SetReadOnly("Customcrm");
        await scene.ApproveAsync();
        return scene;
    }
}
