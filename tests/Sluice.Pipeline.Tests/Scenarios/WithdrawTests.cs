namespace Sluice.Pipeline.Tests;

/// <summary>What was decided and no cycle has taken up yet is taken back.</summary>
public sealed class WithdrawTests
{
    [Fact]
    public async Task A_decision_that_waits_is_taken_back_and_never_applied()
    {
        await using var world = await LinkedAsync();
        await world.UnlinkAsync("p01", "u01");
        var waiting = Assert.Single(await world.Store.WaitingAsync());

        var verdict = await WithdrawAsync(world, waiting.Id);
        Assert.True(verdict.IsApplied);
        Assert.Contains("(unlink acme-people/beta-users p01 = u01) is taken back", verdict.Text);
        await world.CycleAsync();

        Assert.Equal(LinkState.Live, (await world.LinksAsync()).Single().State);
        Assert.Empty(await world.Store.WaitingAsync());
        Assert.Equal(
            [("withdraw", true), ("unlink", false)],
            (await world.Store.SettledAsync(2)).Select(entry => (entry.Kind, entry.IsApplied)));
        Assert.All(await world.Store.SettledAsync(2), entry => Assert.Contains("taken back", entry.Outcome));
    }

    [Fact]
    public async Task What_was_taken_back_may_be_decided_otherwise_or_once_more_before_the_next_cycle()
    {
        await using var world = await LinkedAsync();
        await world.UnlinkAsync("p01", "u01");
        await WithdrawAsync(world, Assert.Single(await world.Store.WaitingAsync()).Id);
        await world.UnlinkAsync("p01", "u01");
        Assert.Equal(["unlink", "withdraw", "unlink"], (await world.Store.WaitingAsync()).Select(entry => entry.Kind));
        await world.CycleAsync();
        Assert.Equal(LinkState.Negative, (await world.LinksAsync()).Single().State);

        world.People.Add("Bob", "bob@x.no");
        world.Users.Add("Cy", "cy@x.no", key: "u02");
        world.Users.Add("Dee", "dee@x.no", key: "u03");
        await world.CycleAsync();
        Assert.True((await world.LinkAsync("p02", "u02")).IsApplied);
        Assert.False((await world.LinkAsync("p02", "u03")).IsApplied);
        await WithdrawAsync(world, Assert.Single(await world.Store.WaitingAsync()).Id);
        Assert.True((await world.LinkAsync("p02", "u03")).IsApplied);
        await world.CycleAsync();
        Assert.Equal("u03", (await world.LinksAsync()).Single(link => link.LeftKey == "p02").RightKey);
    }

    [Fact]
    public async Task What_does_not_wait_or_takes_back_itself_is_refused_in_words()
    {
        await using var world = await LinkedAsync();
        Assert.Contains("No decision 77 waits.", (await WithdrawAsync(world, 77)).Text);
        await world.UnlinkAsync("p01", "u01");
        var left = Assert.Single(await world.Store.WaitingAsync()).Id;
        await WithdrawAsync(world, left);
        var back = (await world.Store.WaitingAsync())[^1].Id;
        Assert.Contains("takes another one back", (await WithdrawAsync(world, back)).Text);

        // Who comes too late is told so when the owner has looked.
        await world.CycleAsync();
        await new DecisionDesk(world.Store, world.Pairings, world.Clock).LeaveAsync(
            new PersonDecision(DecisionKind.Withdraw) { Number = left });
        await world.CycleAsync();
        var settled = (await world.Store.SettledAsync(1)).Single();
        Assert.False(settled.IsApplied);
        Assert.Contains($"No decision {left} waits.", settled.Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_at_any_point_leaves_what_is_taken_back_waiting_or_refused_and_never_applied()
    {
        for (var point = 1; ; point++)
        {
            await using var world = await LinkedAsync();
            await world.UnlinkAsync("p01", "u01");
            await WithdrawAsync(world, Assert.Single(await world.Store.WaitingAsync()).Id);
            world.Points.DieAt(point);
            try
            {
                await world.CycleAsync();
            }
            catch (CrashException)
            {
            }

            var died = world.Points.Died;
            world.Restart();
            await world.CycleAsync();
            Assert.Equal(LinkState.Live, (await world.LinksAsync()).Single().State);
            Assert.Empty(await world.Store.WaitingAsync());
            if (died is null)
                return;
        }
    }

    private static async Task<World> LinkedAsync()
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        return world;
    }

    private static Task<Verdict> WithdrawAsync(World world, long number) =>
        world.DecideAsync(new PersonDecision(DecisionKind.Withdraw) { Number = number });
}
