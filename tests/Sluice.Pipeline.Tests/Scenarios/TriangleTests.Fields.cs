namespace Sluice.Pipeline.Tests;

/// <summary>A triangle whose pairings map different fields.</summary>
public sealed partial class TriangleTests
{
    [Fact]
    public async Task F53_What_cannot_be_made_is_linked_although_no_cycle_lists_both_again()
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        Pair(world, sides, 0, 1, "email");
        Pair(world, sides, 1, 2, "email");
        world.With(new(
            "0/2", sides[0].Entity, sides[2].Entity, [], ["phone"], createsLeft: true, createsRight: true))
            .Makes = _ => Draft.Waits("name");
        world.Options.FullListing = TimeSpan.FromDays(31);
        foreach (var side in sides)
        {
            side.Delta = new(side);
            side.Add("Bob", "bob@x.no");
        }

        await world.GoLiveAsync();
        await world.QuiesceAsync();

        // Beta's comes long after Acme's, and Gamma's after both: changes are listed, and these are none any more.
        await world.DecideAsync(new PersonDecision(DecisionKind.Pause) { Pairing = "1/2" });
        var ada = sides[0].Add("Ada", "ada@x.no");
        await world.CycleAsync(TimeSpan.FromHours(1));
        sides[0].Edit(sides[0].Keys.First(), "name", "Bob Lie");
        await world.CycleAsync(TimeSpan.FromHours(1));
        await world.DecideAsync(new PersonDecision(DecisionKind.Resume) { Pairing = "1/2" });
        await world.CycleAsync(TimeSpan.FromHours(1));
        Assert.Equal([2, 2, 2], sides.Select(side => side.Count));
        await world.CycleAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, (await world.LinksAsync("0/2")).Count);

        sides[0].Edit(ada, "phone", "1");
        await world.QuiesceAsync();
        Assert.Empty(await world.OpenAsync());
        Assert.Equal("1", (string?)sides[2][sides[2].Keys.Last()]["phone"]);
    }

    [Fact]
    public async Task F53_A_blank_that_a_create_under_way_did_not_send_is_no_clearing()
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        world.With(new("0/1", sides[0].Entity, sides[1].Entity, ["email"], ["email", "phone"]));
        world.With(new(
            "0/2", sides[0].Entity, sides[2].Entity, ["email"], ["email", "name", "phone"], createsRight: true));
        await world.GoLiveAsync();
        var ada = sides[0].Add("Ada", "ada@x.no");
        sides[2].NextCommitIsLate = TimeSpan.FromMinutes(1);
        await world.CycleAsync();
        Assert.Single(await world.Store.OpenIntentsAsync(null));

        sides[1].Add("Ada", "ada@x.no", "1");
        await world.CycleAsync();
        Assert.Single(await world.Store.OpenIntentsAsync(null));
        Assert.Equal("1", (string?)sides[0][ada]["phone"]);

        await world.CycleAsync(TimeSpan.FromMinutes(5));
        await world.QuiesceAsync();
        Assert.Equal("1", (string?)Assert.Single(sides[2].Keys.Select(key => sides[2][key]))["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(BlanksPolicy.Clear, null)]
    [InlineData(BlanksPolicy.Keep, "1")]
    public async Task F53_What_is_made_of_a_record_that_was_cleared_gets_nothing_from_before_that_by_way_of_a_third(
        BlanksPolicy blanks, string? phone)
    {
        await using var world = await World.CreateAsync();
        world.Options.Blanks = blanks;
        var sides = Systems(world);
        foreach (var (left, right) in new[] { (0, 1), (0, 2), (1, 2) })
            world.With(new(
                $"{left}/{right}", sides[left].Entity, sides[right].Entity, [], ["email", "name", "phone"],
                createsLeft: true, createsRight: true));
        await world.GoLiveAsync();
        sides[0].Add("Ada", "ada@x.no", "1");
        await world.QuiesceAsync();
        Assert.All(sides, side => Assert.Equal("1", (string?)side[side.Keys.Single()]["phone"]));

        // Nobody tells the third that it was cleared before that meets what is made.
        await world.DecideAsync(new PersonDecision(DecisionKind.Pause) { Pairing = "0/2" });
        sides[0].Edit(sides[0].Keys.Single(), "phone", null);
        sides[1].Delete(sides[1].Keys.Single());
        await world.QuiesceAsync();
        await AgainAsync(world, "0/1", Side.Left, sides[0].Keys.Single());
        await AgainAsync(world, "1/2", Side.Right, sides[2].Keys.Single());
        await world.DecideAsync(new PersonDecision(DecisionKind.Resume) { Pairing = "0/2" });
        await world.QuiesceAsync();

        Assert.Equal([null, phone, phone], sides.Select(side => (string?)side[side.Keys.Single()]["phone"]));
        Assert.Equal(phone is not null, (await world.Store.HistoryAsync(
            new(sides[1].Entity, sides[1].Keys.Single()), 100)).Any(
                entry => entry.Field == "phone" && !entry.New.IsBlank));
        Assert.Empty(await world.OpenAsync());
    }

    // A blank that is a clearing is as good as a value; one that never was anything else is none.
    [Theory]
    [InlineData(true, "Acme", null)]
    [InlineData(true, "Gamma", "2")]
    [InlineData(false, "Acme", "2")]
    [InlineData(false, "Gamma", "2")]
    public async Task F53_What_was_cleared_is_no_blank_to_a_third_that_is_met_later(
        bool isCleared, string preferred, string? phone)
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        world.With(new("0/1", sides[0].Entity, sides[1].Entity, ["email"], ["email", "name", "phone"]));
        world.With(new("1/2", sides[1].Entity, sides[2].Entity, ["email"], ["email"]));
        world.With(new("0/2", sides[0].Entity, sides[2].Entity, ["name"], ["name", "phone"]));
        world.Options.Fields["0/2"] = new() { ["phone"] = new() { Prefer = preferred } };
        await world.GoLiveAsync();
        var ada = sides[0].Add("Ada", "ada@x.no", isCleared ? "1" : null);
        sides[1].Add("Ada", "ada@x.no");
        var third = sides[2].Add("Eve", "ada@x.no", "2");
        await world.QuiesceAsync();
        if (isCleared)
            sides[0].Edit(ada, "phone", null);
        await world.QuiesceAsync();
        Assert.Empty(await world.LinksAsync("0/2"));
        Assert.Equal([null, null, "2"], sides.Select(side => (string?)side[side.Keys.Single()]["phone"]));

        sides[2].Edit(third, "name", "Ada");
        await world.QuiesceAsync();

        Assert.Single(await world.LinksAsync("0/2"));
        Assert.All(sides, side => Assert.Equal(phone, (string?)side[side.Keys.Single()]["phone"]));
        Assert.Empty(await world.OpenAsync());
    }
}
