using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Sluice.Stores.Sqlite;

namespace Sluice.Pipeline.Tests;

/// <summary>Decisions are taken up, whatever becomes of one of them.</summary>
public sealed class TakingUpTests
{
    [Fact]
    public async Task F57_Too_little_room_to_write_the_file_anew_is_told_and_stops_no_cycle()
    {
        var (isFull, tried) = (true, 0);
        await using var world = await World.CreateAsync(beforeStore: name =>
            name == nameof(IStore.ScrubAsync) && ++tried > 0 && isFull
                ? throw new StoreException("s.db", "there is no room for the copy.")
                : Task.CompletedTask);
        world.Mirrors();
        world.People.Add("Ada");
        await world.GoLiveAsync();
        Assert.Single(world.Users.Keys);

        var log = new Lines();
        await new DecisionDesk(world.Store, world.Pairings, world.Clock).ApplyAsync(log);
        Assert.Equal(
            (LogLevel.Warning,
                "What was forgotten may still stand in the store's file: Store 's.db': there is no room for the copy. "
                + "It is tried again in the next cycle"),
            Assert.Single(log));

        (isFull, tried) = (false, 0);
        log.Clear();
        await new DecisionDesk(world.Store, world.Pairings, world.Clock).ApplyAsync(log);
        Assert.Equal(1, tried);
        Assert.Empty(log);
    }

    [Theory]
    [InlineData(nameof(IStore.FindPlanAsync))]
    [InlineData(nameof(IStore.SettleAsync))]
    public async Task A_decision_that_fails_is_refused_and_the_next_one_is_applied(string place)
    {
        var isBroken = false;
        await using var world = await World.CreateAsync(beforeStore: name =>
        {
            if (!isBroken || name != place)
                return Task.CompletedTask;

            isBroken = false;
            throw new SqliteException("UNIQUE constraint failed", 19);
        });
        world.Mirrors();
        world.People.Add("Ada");
        await world.ApproveAsync(await world.CycleAsync());
        await world.DecideAsync(new PersonDecision(DecisionKind.Pause) { Pairing = "acme-people/beta-users" });
        isBroken = true;

        await world.CycleAsync();

        Assert.Empty(await world.Store.WaitingAsync());
        var settled = await world.Store.SettledAsync(2);
        Assert.Equal([true, false], settled.Select(entry => entry.IsApplied));
        Assert.Contains("report it with the log", settled[1].Outcome, StringComparison.Ordinal);
    }
}
