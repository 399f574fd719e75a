namespace Sluice.Pipeline.Tests;

/// <summary>Two records whose link ended, and of which a person says afterwards that they are not the same.</summary>
public sealed class ApartTests
{
    [Fact]
    public async Task F17_F20_Who_was_told_apart_after_the_link_ended_gets_a_counterpart_of_its_own_by_decision()
    {
        await using var world = await ReplacedAsync();
        await world.UnlinkAsync("p01", "u01");
        await world.CycleAsync();
        var asked = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenCause.Parted, "p01"), (asked.Cause, asked.Key));

        Assert.True((await world.DecideAsync(DecisionKind.Again, Side.Left, "p01")).IsApplied);
        await world.QuiesceAsync();

        Assert.Empty(await world.OpenAsync());
        Assert.Equal((2, 2), (world.People.Count, world.Users.Count));
        Assert.Equal(
            [
                ("p01", "u01", LinkState.Negative), ("p01", "u02", LinkState.Live), ("p09", "u01", LinkState.Live),
            ],
            await StatesAsync(world));
    }

    [Fact]
    public async Task F17_F20_Who_was_told_apart_after_the_link_ended_is_not_joined_again_when_the_other_is_free()
    {
        await using var world = await ReplacedAsync();
        await world.UnlinkAsync("p01", "u01");
        await world.DecideAsync(DecisionKind.Leave, Side.Left, "p01");
        await world.CycleAsync();
        world.People.Delete("p09");
        world.People.Edit("p01", "phone", "666");
        await world.QuiesceAsync();

        Assert.NotEqual("666", (string?)world.Users["u01"]["phone"]);
        Assert.DoesNotContain(await world.LinksAsync(), link => link.State == LinkState.Live);
    }

    [Fact]
    public async Task F17_F20_What_an_earlier_program_left_ended_and_told_apart_is_not_joined_and_can_be_told_apart()
    {
        await using var world = await EndedAsync();
        await world.Store.LinkAsync(new(
            (await world.LinksAsync()).Single() with { Id = 0, State = LinkState.Negative }, [], Dirty: false,
            world.Clock.GetUtcNow()));
        world.People.Add("Ada", "ada@x.no", "666", key: "p01");
        await world.QuiesceAsync();
        Assert.DoesNotContain(await world.LinksAsync(), link => link.State == LinkState.Live);
        Assert.Equal("0", (string?)world.Users["u01"]["phone"]);

        await world.UnlinkAsync("p01", "u01");
        await world.CycleAsync();

        Assert.True((await world.Store.SettledAsync(1)).Single().IsApplied);
        Assert.Equal([("p01", "u01", LinkState.Negative)], await StatesAsync(world));
    }

    [Fact]
    public async Task F17_F20_What_ended_linked_again_by_hand_and_was_told_apart_stays_apart()
    {
        await using var world = await EndedAsync();
        world.Options.Deletes.Set("acme-people/beta-users", DeletePolicy.Ask);
        await world.LinkAsync("p01", "u01");
        world.People.Add("Ada", "ada@x.no", "0", key: "p01");
        await world.QuiesceAsync();
        Assert.Contains(("p01", "u01", LinkState.Live), await StatesAsync(world));

        await world.UnlinkAsync("p01", "u01");
        await world.DecideAsync(DecisionKind.Leave, Side.Left, "p01");
        await world.QuiesceAsync();

        Assert.Equal([("p01", "u01", LinkState.Negative)], await StatesAsync(world));
    }

    // p01 and u01 were linked until p01 went.
    private static async Task<World> EndedAsync()
    {
        var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        world.Options.Deletes.Set("acme-people/beta-users", DeletePolicy.Unlink);
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        await world.CycleAsync();
        world.People.Delete("p01");
        await world.QuiesceAsync();
        Assert.Equal(LinkState.Ended, (await world.LinksAsync()).Single().State);
        return world;
    }

    // p09 took its place, and then p01 came back.
    private static async Task<World> ReplacedAsync()
    {
        var world = await EndedAsync();
        world.People.Add("Ada", "ada@x.no", "0", key: "p09");
        await world.QuiesceAsync();
        world.People.Add("Ada", "ada@x.no", "0", key: "p01");
        await world.QuiesceAsync();
        Assert.Contains(await world.OpenAsync(), item => item is { Key: "p01", Cause: OpenCause.Candidates });
        return world;
    }

    private static async Task<IEnumerable<(string Left, string Right, LinkState State)>> StatesAsync(World world) =>
        (await world.LinksAsync()).Select(link => (link.LeftKey, link.RightKey, link.State)).Order();
}
