namespace Sluice.Pipeline.Tests;

/// <summary>What one lineage says is the same, and a pairing holds for one whose counterpart is gone.</summary>
public sealed partial class TriangleTests
{
    [Theory]
    [InlineData(DeletePolicy.Ask, 0)]
    [InlineData(DeletePolicy.Ignore, 0)]
    [InlineData(DeletePolicy.Ask, 1)]
    [InlineData(DeletePolicy.Ignore, 1)]
    public async Task F53_Whom_a_tombstone_holds_is_asked_about_also_where_the_lineage_knows_it(
        DeletePolicy policy, int lost)
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"], ["email"], ["email"]);
        world.Options.Deletes.Set("0/1", policy);
        world.Options.Deletes.Set(lost == 0 ? "0/2" : "1/2", DeletePolicy.Unlink);
        foreach (var side in sides)
            side.Add("Ada", "ada@x.no");
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        var (gone, stays) = (sides[lost].Keys.Single(), sides[1 - lost].Keys.Single());
        sides[lost].Delete(gone);
        await world.QuiesceAsync();

        // Made anew, it is linked with the third, and so is the one that stayed.
        var again = sides[lost].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();

        var (here, there) = lost == 0 ? (Side.Left, Side.Right) : (Side.Right, Side.Left);
        var asked = Assert.Single(
            await world.OpenAsync(), item => item is { Pairing: "0/1", Cause: OpenCause.Candidates });
        Assert.Equal((here, again, OpenKind.Review), (asked.Side, asked.Key, asked.Kind));
        Assert.Contains($"{gone}, which is gone", asked.Reason, StringComparison.Ordinal);
        Assert.Equal(LinkState.Tombstone, (await world.LinksAsync("0/1")).Single().State);
        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));

        await AgainAsync(world, "0/1", there, stays);
        Assert.Equal(
            [(gone, LinkState.Ended), (again, LinkState.Live)],
            (await world.LinksAsync("0/1")).Select(link => (link.Key(here), link.State)));
        Assert.Empty(await world.OpenAsync());
        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
    }

    [Fact]
    public async Task F53_What_is_made_again_by_decision_is_made_once_for_all_that_stood_for_it()
    {
        await using var world = await World.CreateAsync();
        var sides = await ChainAsync(world);
        sides[1].Delete(sides[1].Keys.Single());
        await world.QuiesceAsync();

        await AgainAsync(world, "0/1", Side.Left, sides[0].Keys.Single());
        await AgainAsync(world, "1/2", Side.Right, sides[2].Keys.Single());

        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
        Assert.Equal(
            [LinkState.Ended, LinkState.Live], (await world.LinksAsync("1/2")).Select(link => link.State));
        Assert.Empty(await world.OpenAsync());
        sides[0].Edit(sides[0].Keys.Single(), "name", "Countess");
        await world.QuiesceAsync();
        Assert.All(sides, side => Assert.Equal("Countess", (string?)side[side.Keys.Single()]["name"]));
    }

    [Fact]
    public async Task F53_What_is_made_again_by_decision_brings_nothing_back_that_was_deleted_beyond_it()
    {
        await using var world = await World.CreateAsync();
        var sides = await ChainAsync(world);
        sides[0].Delete(sides[0].Keys.Single());
        sides[1].Delete(sides[1].Keys.Single());
        await world.QuiesceAsync();

        await AgainAsync(world, "1/2", Side.Right, sides[2].Keys.Single());

        Assert.Equal([0, 1, 1], sides.Select(side => side.Count));
        var made = sides[1].Keys.Single();
        var asked = Assert.Single(await world.OpenAsync());
        Assert.Equal(
            ("0/1", Side.Right, made, OpenCause.Gone), (asked.Pairing, asked.Side, asked.Key, asked.Cause));

        await AgainAsync(world, "0/1", Side.Right, made);
        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F53_That_another_is_wanted_says_nothing_of_what_was_deleted_since(bool isThere)
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"]);
        sides[0].Add("Ada", "ada@x.no");
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        sides[0].Delete(sides[0].Keys.Single());
        await world.QuiesceAsync();
        var (stays, third) = (sides[1].Keys.Single(), sides[2].Keys.Single());

        // One pairing makes it, for the third, and the other has no turn before it is deleted once more.
        if (!isThere)
            await SayAgainAsync(world, "0/1", Side.Right, stays);
        await SayAgainAsync(world, "0/2", Side.Right, third);
        await world.CycleAsync(new CycleScope { Pairing = "0/2" });
        if (isThere)
            await SayAgainAsync(world, "0/1", Side.Right, stays);
        var made = sides[0].Keys.Single();
        await world.CycleAsync(new CycleScope { Pairing = "1/2" });
        sides[0].Delete(made);
        await world.QuiesceAsync();

        Assert.Equal([0, 1, 1], sides.Select(side => side.Count));
        var asked = Assert.Single(await world.OpenAsync(), item => item.Pairing == "0/1");
        Assert.Equal((Side.Right, stays, OpenCause.Gone), (asked.Side, asked.Key, asked.Cause));
        Assert.Contains($"It stood for {sides[0].Entity} {made} by way", asked.Reason, StringComparison.Ordinal);

        await AgainAsync(world, "0/1", Side.Right, stays);
        await AgainAsync(world, "0/2", Side.Right, third);
        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    public async Task F53_What_is_known_to_be_the_same_is_linked_though_another_pairing_asks(
        int lost, bool isWantedFirst)
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, [], ["email"], ["email"]);
        var (first, second, here) = (sides[lost], sides[1 - lost], lost == 0 ? Side.Left : Side.Right);
        sides[2].Add("Ada", "ada@x.no");
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        first.Delete(first.Keys.Single());
        await world.QuiesceAsync();
        await AgainAsync(world, "0/1", here.Other(), second.Keys.Single());
        second.Delete(second.Keys.Single());
        await world.QuiesceAsync();
        Assert.Contains(
            await world.OpenAsync(), item => item.Pairing == $"{lost}/2" && item.Cause == OpenCause.Candidates);

        // Without rules, the pairing waits for no answer about what is known to be the same.
        if (isWantedFirst)
            await AgainAsync(world, "0/1", here, first.Keys.Single());
        await AgainAsync(world, $"{1 - lost}/2", Side.Right, sides[2].Keys.Single());
        if (!isWantedFirst)
            await AgainAsync(world, "0/1", here, first.Keys.Single());

        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
        Assert.Single(await world.LinksAsync("0/1"), link => link.State == LinkState.Live);
        Assert.DoesNotContain(await world.OpenAsync(), item => item.Pairing == "0/1");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F53_What_was_refused_is_linked_with_what_is_there_by_way_of_others(bool isGone)
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        world.With(new("0/1", sides[0].Entity, sides[1].Entity, [], ["email", "name"], createsRight: true));
        Pair(world, sides, 0, 2, "email");
        Pair(world, sides, 1, 2, "email");
        sides[1].Delta = new(sides[1]);
        sides[1].Add("Bob", "bob@x.no");
        world.Options.FullListing = TimeSpan.FromDays(31);
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        sides[1].RefusesCreates = "no more of them";
        sides[0].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();
        Assert.Equal([2, 1, 2], sides.Select(side => side.Count));

        // Where somebody deletes it at once, no list of changes tells.
        var ada = sides[1].Add("Ada", "ada@x.no");
        await world.CycleAsync(new CycleScope { Pairing = "1/2" });
        Assert.Equal(2, (await world.LinksAsync("1/2")).Count);
        if (isGone)
            sides[1].Delete(ada);
        await world.CycleAsync();

        Assert.Empty(world.Writes);
        Assert.Equal(isGone ? 1 : 2, (await world.LinksAsync("0/1")).Count);
        Assert.Equal(
            isGone ? [OpenKind.Rejected] : [],
            (await world.OpenAsync()).Where(item => item.Pairing == "0/1").Select(item => item.Kind));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F53_What_is_known_to_be_one_thing_is_no_match_to_wait_for(bool isThirdFirst)
    {
        await using var world = await World.CreateAsync();
        var (sides, stays, third) = await LeftAsync(world);
        (string Pairing, string Key)[] wanted = [("0/1", stays), ("0/2", third)];
        foreach (var (pairing, key) in isThirdFirst ? wanted.Reverse() : wanted)
            await AgainAsync(world, pairing, Side.Right, key);

        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
        var asked = Assert.Single(await world.OpenAsync());
        Assert.Equal(("1/2", third, OpenCause.Candidates), (asked.Pairing, asked.Key, asked.Cause));
        sides[2].Edit(third, "name", "Countess");
        await world.QuiesceAsync();
        Assert.All(sides, side => Assert.Equal("Countess", (string?)side[side.Keys.Single()]["name"]));
    }

    [Fact]
    public async Task F53_What_is_known_to_be_there_is_linked_though_another_match_waits()
    {
        await using var world = await World.CreateAsync();
        var (sides, stays, third) = await LeftAsync(world);
        await AgainAsync(world, "0/2", Side.Right, third);
        var stranger = sides[1].Add("Eve", "ada@x.no");

        await AgainAsync(world, "0/1", Side.Right, stays);

        Assert.Equal([1, 2, 1], sides.Select(side => side.Count));
        Assert.Equal(
            (sides[0].Keys.Single(), stays),
            (await world.LinksAsync("0/1")).Where(link => link.State == LinkState.Live)
                .Select(link => (link.LeftKey, link.RightKey)).Single());
        Assert.Equal(
            (Side.Right, stranger, OpenKind.Waiting),
            (await world.OpenAsync()).Where(item => item.Pairing == "0/1")
                .Select(item => (item.Side, item.Key, item.Kind)).Single());
    }

    // Ada is in the last two, which their pairing will not link: it was told that the one stays on its own.
    private static async Task<(FakeEntity[] Sides, string Stays, string Third)> LeftAsync(World world)
    {
        var sides = Triangle(world, [], ["email"], ["email"]);
        sides[0].Add("Ada", "ada@x.no");
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        var (first, stays) = (sides[0].Keys.Single(), sides[1].Keys.Single());
        sides[2].Delete(sides[2].Keys.Single());
        await world.QuiesceAsync();
        await SayAsync(world, DecisionKind.Leave, "1/2", Side.Left, stays);
        await AgainAsync(world, "0/2", Side.Left, first);
        sides[0].Delete(first);
        await world.QuiesceAsync();
        return (sides, stays, sides[2].Keys.Single());
    }

    // Nothing but its links says who is who.
    private static async Task<FakeEntity[]> ChainAsync(World world)
    {
        var sides = Systems(world);
        Pair(world, sides, 0, 1);
        Pair(world, sides, 1, 2);
        sides[0].Add("Ada", "ada@x.no");
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
        return sides;
    }

    private static async Task AgainAsync(World world, string pairing, Side side, string key)
    {
        await SayAgainAsync(world, pairing, side, key);
        await world.QuiesceAsync();
    }

    private static Task SayAgainAsync(World world, string pairing, Side side, string key) =>
        SayAsync(world, DecisionKind.Again, pairing, side, key);

    private static async Task SayAsync(World world, DecisionKind kind, string pairing, Side side, string key) =>
        Assert.True((await world.DecideAsync(new PersonDecision(kind)
        {
            Pairing = pairing, Side = side, Key = key,
        })).IsApplied);
}
