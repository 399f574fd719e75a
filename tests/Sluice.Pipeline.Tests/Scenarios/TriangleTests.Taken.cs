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
