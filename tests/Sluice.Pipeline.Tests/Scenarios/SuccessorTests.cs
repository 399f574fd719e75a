namespace Sluice.Pipeline.Tests;

/// <summary>F17: a record that was deleted and made again, which does not stay either.</summary>
public sealed class SuccessorTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F17_Whoever_was_linked_is_asked_about_when_nothing_takes_the_place_of_what_is_gone(bool creates)
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate, creates);
        world.Users.Delete("u02");
        world.Users.Add("Bob", "bob@x.no", "0", key: "u08");
        world.Users.Add("Bob", "bob@x.no", "0", key: "u09");
        await world.QuiesceAsync();
        Assert.Contains(await world.OpenAsync(), item => item is { Key: "p02", Cause: OpenCause.Candidates });

        world.Users.Delete("u08");
        world.Users.Delete("u09");
        await world.QuiesceAsync();

        Assert.Equal((3, 2), (world.People.Count, world.Users.Count));
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Review, OpenCause.Gone, "p02"), (item.Kind, item.Cause, item.Key));
        Assert.Contains("was linked to Beta Users u02", item.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DecisionKind.Leave, 3, 2)]
    [InlineData(DecisionKind.Again, 3, 3)]
    public async Task F17_Whoever_has_nobody_in_the_place_of_what_is_gone_stays_alone_or_gets_one_by_decision(
        DecisionKind decision, int people, int users)
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate, creates: true);
        world.Users.Delete("u02");
        world.Users.Add("Bob", "bob@x.no", "0", key: "u08");
        world.Users.Add("Bob", "bob@x.no", "0", key: "u09");
        await world.QuiesceAsync();
        world.Users.Delete("u08");
        world.Users.Delete("u09");
        await world.QuiesceAsync();

        Assert.True((await world.DecideAsync(decision, Side.Left, "p02")).IsApplied);
        await world.QuiesceAsync();

        Assert.Empty(await world.OpenAsync());
        Assert.Equal((people, users), (world.People.Count, world.Users.Count));
    }

    [Theory]
    [InlineData(DeletePolicy.Ask)]
    [InlineData(DeletePolicy.Ignore)]
    [InlineData(DeletePolicy.Unlink)]
    public async Task F17_Where_nobody_is_to_be_asked_a_link_that_ended_is_history(DeletePolicy policy)
    {
        await using var world = await LinkedAsync(DeletePolicy.Unlink, creates: true);
        world.Users.Delete("u02");
        await world.QuiesceAsync();

        world.Options.Deletes.Set("acme-people/beta-users", policy);
        await world.QuiesceAsync();

        Assert.Empty(await world.OpenAsync());
        Assert.Equal((3, 2), (world.People.Count, world.Users.Count));
    }

    [Fact]
    public async Task F17_What_is_back_when_another_has_its_place_is_asked_about_as_what_it_is()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate, creates: true);
        world.Users.Delete("u02");
        world.Users.Add("Bob", "bob@x.no", "0", key: "u09");
        await world.QuiesceAsync();
        world.Users.Add("Bob", "old@x.no", "0", key: "u02");

        await world.QuiesceAsync();

        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenCause.Gone, Side.Right, "u02"), (item.Cause, item.Side, item.Key));
        Assert.Contains(
            "linked to Acme People p02, and that one stands for u09 now", item.Reason, StringComparison.Ordinal);
        Assert.Equal(3, world.People.Count);
    }

    [Fact]
    public async Task F17_A_link_ends_for_a_successor_only_where_it_can_be_linked_at_once()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate, creates: true);
        world.Users.Delete("u02");
        world.Users.Add("Bob", "bob@x.no", "0", key: "u09");
        world.People.NextPageToFail = 1;
        await world.CycleAsync();

        Assert.Empty(world.Writes);
        Assert.Equal(LinkState.Live, (await world.LinksAsync()).Single(link => link.LeftKey == "p02").State);
        Assert.Equal(OpenKind.Waiting, Assert.Single(await world.OpenAsync()).Kind);

        world.Users.Delete("u09");
        await world.QuiesceAsync();

        Assert.Equal(["p01", "p03"], world.People.Keys);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F17_A_successor_is_linked_once_both_sides_are_listed()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate, creates: true);
        world.Users.Delete("u02");
        world.Users.Add("Bob", "bob@x.no", "0", key: "u09");
        world.People.NextPageToFail = 1;
        await world.CycleAsync();

        await world.QuiesceAsync();

        Assert.Contains(
            await world.LinksAsync(), link => link is { LeftKey: "p02", RightKey: "u09", State: LinkState.Live });
        Assert.Equal((3, 3), (world.People.Count, world.Users.Count));
        Assert.Empty(await world.OpenAsync());
    }

    private static async Task<World> LinkedAsync(DeletePolicy policy, bool creates)
    {
        var world = await World.CreateAsync();
        world.Copies(createsLeft: creates, createsRight: creates);
        world.Options.Deletes.Set("acme-people/beta-users", policy);
        foreach (var name in new[] { "Ada", "Bob", "Cy" })
        {
            world.People.Add(name, $"{name}@x.no".ToLowerInvariant(), "0");
            world.Users.Add(name, $"{name}@x.no".ToLowerInvariant(), "0");
        }

        await world.GoLiveAsync();
        await world.CycleAsync();
        return world;
    }
}
