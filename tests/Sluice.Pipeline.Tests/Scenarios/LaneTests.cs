namespace Sluice.Pipeline.Tests;

/// <summary>What is brought in step side by side, and what never is.</summary>
public sealed class LaneTests
{
    private const int People = 12;

    private readonly Lock _turn = new();
    private int _running;
    private int _most;

    [Theory(Timeout = 60_000)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task As_many_links_as_there_are_lanes_are_written_at_once(int lanes)
    {
        await using var world = await LinkedAsync(lanes);
        foreach (var (key, i) in world.People.Keys.Select((key, i) => (key, i)))
            world.People.Edit(key, "name", $"Edited {i}");
        var full = new TaskCompletionSource();
        world.Users.WhileSending = () =>
        {
            if (Enter() == lanes)
                full.TrySetResult();
            return LeaveAfter(full.Task);
        };

        await world.CycleAsync();

        Assert.Equal(lanes, _most);
        Assert.All(world.Users.Keys, key => Assert.StartsWith("Edited", (string?)world.Users[key]["name"]));
        Assert.Equal(People, world.Writes.Count());
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task What_one_lane_fails_at_stops_the_others_when_they_are_done_with_what_they_began()
    {
        const int many = 10 * People;
        await using var world = await LinkedAsync(lanes: 3, many);
        foreach (var key in world.People.Keys)
            world.People.Edit(key, "name", "Countess");
        var (full, failed, begun) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        world.Users.WhileSending = async () =>
        {
            var mine = Interlocked.Increment(ref begun);
            if (mine == 3)
            {
                // Whoever waits for it runs at once, so that mostly the failure has been seen when the others go on.
                full.TrySetResult();
                failed.TrySetResult();
            }

            await (mine == 2 ? full.Task : failed.Task);
            if (mine == 2)
                throw new RemoteException("Beta", RemoteFailure.SignInRefused, "refused", "sign in");
        };

        var report = Assert.Single((await world.CycleAsync()).Pairings);

        Assert.True(report.SignInNeeded);
        Assert.InRange(begun, 3, many - 1);
        Assert.Equal(begun - 1, world.Users.Keys.Count(key => (string?)world.Users[key]["name"] == "Countess"));
        Assert.Equal(begun - 1, report.Updated);
    }

    [Fact]
    public async Task Records_are_created_one_after_the_other()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.Options.Lanes = 8;
        for (var i = 0; i < People; i++)
            world.People.Add($"Person {i}", $"{i}@x.no");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.WhileSending = async () =>
        {
            Enter();
            for (var i = 0; i < 10; i++)
                await Task.Yield();
            await LeaveAfter(Task.CompletedTask);
        };

        await world.CycleAsync();

        Assert.Equal((1, People), (_most, world.Users.Count));
    }

    private static async Task<World> LinkedAsync(int lanes, int people = People)
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.Options.Lanes = lanes;
        for (var i = 0; i < people; i++)
        {
            world.People.Add($"Person {i}", $"{i}@x.no");
            world.Users.Add($"Person {i}", $"{i}@x.no");
        }

        await world.GoLiveAsync();
        await world.QuiesceAsync();
        Assert.Empty(world.Writes);
        return world;
    }

    private int Enter()
    {
        lock (_turn)
        {
            _most = Math.Max(_most, ++_running);
            return _running;
        }
    }

    private async Task LeaveAfter(Task wait)
    {
        await wait;
        lock (_turn)
            _running--;
    }
}
