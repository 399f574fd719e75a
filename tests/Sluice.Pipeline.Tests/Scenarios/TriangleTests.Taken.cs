namespace Sluice.Pipeline.Tests;

public sealed partial class TriangleTests
{
    [Fact]
    public async Task F53_What_a_person_took_stays_though_a_third_record_has_what_was_decided_against()
    {
        await using var world = await World.CreateAsync();
        var sides = Row(world);
        sides[1].Add("Ada", "ada@x.no", "1");
        sides[2].Add("Ada", "ada@x.no", "2");
        await world.GoLiveAsync();

        await TakeAsync(world, Side.Right);
        sides[0].Add("Ada", "ada@x.no", "1");
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal("2", (string?)side[side.Keys.Single()]["phone"]));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F53_What_a_person_took_stays_though_what_was_decided_against_is_preferred_to_a_third_value()
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        world.With(new("0/1", sides[0].Entity, sides[1].Entity, [], ["email", "name", "phone"], true, true));
        world.With(new("0/2", sides[0].Entity, sides[2].Entity, ["email"], ["email", "name", "phone"]));
        world.With(new("1/2", sides[1].Entity, sides[2].Entity, ["email"], ["email"]));
        foreach (var (side, phone) in sides.Zip(["1", "3", "2"]))
            side.Add("Ada", "ada@x.no", phone);
        await world.GoLiveAsync();

        // The third record is known for the same thing by now, and was not merged yet.
        await TakeAsync(world, Side.Right);
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal("2", (string?)side[side.Keys.Single()]["phone"]));
        Assert.Empty(await world.OpenAsync());
    }

    // The pairings of the third record prefer what it shows, or would ask.
    [Theory]
    [InlineData(Side.Left, false)]
    [InlineData(Side.Right, false)]
    [InlineData(Side.Left, true)]
    [InlineData(Side.Right, true)]
    public async Task F53_What_a_person_took_stays_though_a_third_that_is_met_later_shows_what_was_decided_against(
        Side winner, bool byMatch)
    {
        await using var world = await World.CreateAsync();
        string[] fields = ["email", "name", "phone"];
        var sides = Systems(world);
        world.With(new("0/1", sides[0].Entity, sides[1].Entity, ["email"], fields));
        world.With(new("0/2", sides[0].Entity, sides[2].Entity, ["email"], byMatch ? fields : ["email"]));
        world.With(new(
            "1/2", sides[1].Entity, sides[2].Entity, byMatch ? ["email"] : [], fields, createsLeft: true,
            createsRight: true));
        foreach (var pairing in new[] { "0/2", "1/2" })
            world.Options.Fields[pairing] = new() { ["phone"] = new() { Prefer = "Gamma" } };
        await world.GoLiveAsync();
        var (taken, against) = winner == Side.Left ? ("1", "2") : ("2", "1");
        foreach (var (side, phone) in sides.Zip(["1", "2", against]))
            side.Add("Ada", "ada@x.no", phone);

        await world.CycleAsync(new CycleScope { Pairing = "0/1" });
        await TakeAsync(world, winner);
        await world.CycleAsync(new CycleScope { Pairing = "0/1" });
        world.Restart();
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal(taken, (string?)side[side.Keys.Single()]["phone"]));
        Assert.Empty(await world.OpenAsync());

        // From here on it is what anybody may type.
        sides[2].Edit(sides[2].Keys.Single(), "phone", against);
        await world.QuiesceAsync();
        Assert.All(sides, side => Assert.Equal(against, (string?)side[side.Keys.Single()]["phone"]));
    }

    [Fact]
    public async Task F53_What_a_person_took_answers_whoever_is_asked_about_the_same_values_elsewhere()
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        world.With(new("0/1", sides[0].Entity, sides[1].Entity, ["email"], ["email", "name", "phone"]));
        world.With(new("0/2", sides[0].Entity, sides[2].Entity, ["email"], ["email", "name", "phone"]));
        world.With(new("1/2", sides[1].Entity, sides[2].Entity, ["email"], ["email"]));
        foreach (var (side, phone) in sides.Zip(["2", "1", "1"]))
            side.Add("Ada", "ada@x.no", phone);
        await world.GoLiveAsync();
        var asked = (await world.OpenAsync()).Where(open => open.Cause == OpenCause.Differing).ToList();
        Assert.Equal(["0/1", "0/2"], asked.Select(open => open.Pairing).Order(StringComparer.Ordinal));

        Assert.True((await DecideAsync(world, asked.Single(open => open.Pairing == "0/1"), Side.Left)).IsApplied);
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal("2", (string?)side[side.Keys.Single()]["phone"]));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F53_What_was_decided_of_two_is_true_of_no_third_once_the_two_are_told_apart()
    {
        await using var world = await World.CreateAsync();
        var sides = Row(world);
        await world.GoLiveAsync();
        foreach (var (side, phone) in sides.Zip(["2", "1", "2"]))
            side.Add("Ada", "ada@x.no", phone);
        await world.CycleAsync(new CycleScope { Pairing = "1/2" });
        await TakeAsync(world, Side.Left);
        await world.CycleAsync(new CycleScope { Pairing = "1/2" });

        Assert.True((await world.DecideAsync(new PersonDecision(DecisionKind.Unlink)
        {
            Pairs = [new("1/2", sides[1].Keys.Single(), sides[2].Keys.Single())],
        })).IsApplied);
        await world.QuiesceAsync();

        var item = Assert.Single(await world.OpenAsync(), open => open.Cause == OpenCause.Differing);
        Assert.Equal(("2", "1"), (item.Left.ToString(), item.Right.ToString()));
    }

    [Theory]
    [InlineData(Side.Left)]
    [InlineData(Side.Right)]
    public async Task F53_Nothing_is_taken_of_two_values_of_which_one_was_written_over_by_way_of_the_third(Side winner)
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"]);
        world.Options.Fields["0/1"] = new() { ["name"] = new() { Conflict = ConflictKind.Hold } };
        world.Options.Fields["0/2"] = new() { ["name"] = new() { Prefer = "Gamma" } };
        await world.GoLiveAsync();
        sides[0].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();

        // Two of the three are looked at, then the others, by which the one value takes the place of the other.
        sides[0].Edit(sides[0].Keys.Single(), "name", "Countess");
        sides[1].Edit(sides[1].Keys.Single(), "name", "Lovelace");
        foreach (var pairing in new[] { "0/1", "1/2", "0/2" })
            await world.CycleAsync(new CycleScope { Pairing = pairing });
        Assert.All(sides, side => Assert.Equal("Lovelace", (string?)side[side.Keys.Single()]["name"]));
        var item = Assert.Single(await world.OpenAsync(), open => open.Cause == OpenCause.Differing);
        var refused = await DecideAsync(world, item, winner);

        Assert.False(refused.IsApplied);
        Assert.Contains("was written over since", refused.Text, StringComparison.Ordinal);
        sides[1].Edit(sides[1].Keys.Single(), "name", "Last");
        await world.QuiesceAsync();
        Assert.All(sides, side => Assert.Equal("Last", (string?)side[side.Keys.Single()]["name"]));
        Assert.Empty(await world.OpenAsync());
    }

    // The one that hides its values showed one when a person was asked, which the pairing with the third carried.
    [Fact]
    public async Task F53_Nobody_is_asked_about_a_blank_that_may_hide_what_was_asked_about()
    {
        await using var world = await World.CreateAsync();
        (world.Options.Breaker.Count, world.Options.Breaker.Share) = (0, 0);
        var sides = Systems(world);
        world.With(new("0/1", sides[0].Entity, sides[1].Entity, ["email"], ["email", "name", "phone"]));
        world.With(new("0/2", sides[0].Entity, sides[2].Entity, ["email"], ["email", "name", "phone"]));
        foreach (var (side, phone) in sides.Zip(["1", null, "2"]))
            side.Add("Ada", "ada@x.no", phone);
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        var asked = Assert.Single(await world.OpenAsync());

        sides[0][sides[0].Keys.Single()]["phone"] = null;
        await world.CycleAsync();
        Assert.DoesNotContain(await world.OpenAsync(), open => open.Kind == OpenKind.Review);
        Assert.False((await DecideAsync(world, asked, Side.Right)).IsApplied);

        sides[0][sides[0].Keys.Single()]["phone"] = "1";
        await world.QuiesceAsync();
        Assert.Equal(asked with { Since = default }, Assert.Single(await world.OpenAsync()) with { Since = default });
        await TakeAsync(world, Side.Right);
        await world.QuiesceAsync();
        Assert.All(sides, side => Assert.Equal("2", (string?)side[side.Keys.Single()]["phone"]));
        Assert.Empty(await world.OpenAsync());
    }

    // The pairing that writes prefers the other value; what it sent arrives over the one that a person takes, or never.
    [Theory]
    [InlineData(15)]
    [InlineData(99999)]
    public async Task F53_A_value_is_taken_only_when_no_write_to_it_is_in_question(int seconds)
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        string[] fields = ["email", "name", "phone"];
        world.With(new("0/1", sides[0].Entity, sides[1].Entity, ["email"], fields));
        world.With(new("0/2", sides[0].Entity, sides[2].Entity, ["email"], fields));
        world.With(new("1/2", sides[1].Entity, sides[2].Entity, [], fields, createsLeft: true, createsRight: true));
        foreach (var (side, phone) in sides.Zip(["1", "1", "2"]))
            side.Add("Ada", "ada@x.no", phone);
        await world.GoLiveAsync();
        sides[2].NextCommitIsLate = TimeSpan.FromSeconds(seconds);
        await world.CycleAsync();
        Assert.Equal("1/2", Assert.Single(await world.Store.OpenIntentsAsync(null)).Pairing);
        var item = Assert.Single(await world.OpenAsync(), open => open.Cause == OpenCause.Differing);

        var verdict = await DecideAsync(world, item, Side.Right);
        Assert.True(verdict.IsLater, verdict.Text);
        Assert.Contains("arrives is not known yet", verdict.Text, StringComparison.Ordinal);
        for (var i = 0; i < 3; i++)
            await world.CycleAsync(TimeSpan.FromMinutes(1));
        await world.QuiesceAsync();

        Assert.Single(sides.Select(side => (string?)side[side.Keys.Single()]["phone"]).Distinct());
        Assert.Empty(await world.Store.WaitingAsync());
        Assert.Empty(await world.OpenAsync());
    }

    // The middle one of three has a pairing with either of the others.
    private static FakeEntity[] Row(World world)
    {
        var sides = Systems(world);
        foreach (var (left, right) in new[] { (0, 1), (1, 2) })
            world.With(new(
                $"{left}/{right}", sides[left].Entity, sides[right].Entity, ["email"], ["email", "name", "phone"]));
        return sides;
    }

    private static async Task TakeAsync(World world, Side winner)
    {
        var item = Assert.Single(await world.OpenAsync(), open => open.Cause == OpenCause.Differing);
        Assert.True((await DecideAsync(world, item, winner)).IsApplied);
    }

    private static Task<Verdict> DecideAsync(World world, OpenItem item, Side winner) =>
        world.DecideAsync(new PersonDecision(DecisionKind.Take)
        {
            Pairing = item.Pairing, Side = item.Side, Key = item.Key, Field = item.Field, Winner = winner,
            LeftValue = item.Left.ToStored(), RightValue = item.Right.ToStored(),
        });
}
