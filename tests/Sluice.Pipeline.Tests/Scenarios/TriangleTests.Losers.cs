namespace Sluice.Pipeline.Tests;

public sealed partial class TriangleTests
{
    [Theory]
    [InlineData("in time", "name")]
    [InlineData("late", "name")]
    [InlineData("never", "name")]
    [InlineData("refused once", "name")]
    [InlineData("in time", "phone")]
    [InlineData("late", "phone")]
    [InlineData("never", "phone")]
    [InlineData("refused once", "phone")]
    public async Task F53_An_edit_that_lost_is_no_new_one_to_a_pairing_that_prefers_its_system(
        string arrives, string field)
    {
        await using var world = await World.CreateAsync();
        var sides = Rivals(world, field);
        await world.GoLiveAsync();
        var origin = sides[0].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();
        await world.CycleAsync(TimeSpan.FromHours(1));

        sides[0].Edit(origin, field, "Winner");
        sides[1].Edit(sides[1].Keys.Single(), field, "Loser");
        Arrive(sides[1], arrives);
        var sent = new List<string?>();
        for (var i = 0; i < 20; i++)
        {
            await world.CycleAsync(TimeSpan.FromSeconds(20));
            sent.AddRange(world.Writes.Select(call => call.Body));
        }

        Assert.All(sides, side => Assert.Equal("Winner", side[side.Keys.Single()][field]?.ToString()));
        Assert.All(sent, body => Assert.Contains("Winner", body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("in time")]
    [InlineData("late")]
    [InlineData("never")]
    [InlineData("refused once")]
    public async Task F53_An_edit_over_our_first_write_that_lost_is_no_new_one_though_that_write_was_never_seen(
        string arrives)
    {
        await using var world = await World.CreateAsync();
        var sides = Rivals(world, "phone");
        await world.GoLiveAsync();
        var origin = sides[0].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();
        await world.CycleAsync(TimeSpan.FromHours(1));

        // Of this record no more is known than that something was written over a blank.
        var copy = sides[1].Keys.Single();
        sides[1].Answers = (_, answer) => answer["phone"] = null;
        sides[0].Edit(origin, "phone", "First");
        await world.CycleAsync(TimeSpan.FromSeconds(20));
        sides[1].Answers = null;
        Assert.DoesNotContain(
            await world.Store.MarksAsync(new(sides[1].Entity, copy)), mark => mark.Path == "phone");

        sides[0].Edit(origin, "phone", "Winner");
        sides[1].Edit(copy, "phone", "Loser");
        Arrive(sides[1], arrives);
        var sent = new List<string?>();
        for (var i = 0; i < 20; i++)
        {
            await world.CycleAsync(TimeSpan.FromSeconds(20));
            sent.AddRange(world.Writes.Select(call => call.Body));
        }

        Assert.All(sides, side => Assert.Equal("Winner", side[side.Keys.Single()]["phone"]?.ToString()));
        Assert.All(sent, body => Assert.Contains("Winner", body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("in time", "name")]
    [InlineData("late", "name")]
    [InlineData("never", "name")]
    [InlineData("refused once", "name")]
    [InlineData("in time", "phone")]
    [InlineData("late", "phone")]
    [InlineData("never", "phone")]
    [InlineData("refused once", "phone")]
    public async Task F53_An_edit_that_lost_is_no_match_for_what_somebody_types_over_the_one_that_won(
        string arrives, string field)
    {
        await using var world = await World.CreateAsync();
        var sides = Rivals(world, field);
        await world.GoLiveAsync();
        var origin = sides[0].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();
        await world.CycleAsync(TimeSpan.FromHours(1));

        // The third system has the one that won, and somebody edits over it, before the other two meet.
        sides[0].Edit(origin, field, "Winner");
        sides[1].Edit(sides[1].Keys.Single(), field, "Loser");
        sides[2].BeforeNextWrite = () => sides[2].BeforeNextRead = () =>
        {
            Assert.Equal("Winner", sides[2][sides[2].Keys.Single()][field]?.ToString());
            sides[2].Edit(sides[2].Keys.Single(), field, "Last");
        };
        Arrive(sides[1], arrives);
        var sent = new List<string?>();
        for (var i = 0; i < 20; i++)
        {
            await world.CycleAsync(TimeSpan.FromSeconds(20));
            sent.AddRange(world.Writes.Select(call => call.Body));
        }

        Assert.All(sides, side => Assert.Equal("Last", side[side.Keys.Single()][field]?.ToString()));
        Assert.DoesNotContain(sent, body => body?.Contains("Loser", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("in time", "name", "Winner")]
    [InlineData("late", "name", "Winner")]
    [InlineData("never", "name", "Winner")]
    [InlineData("refused once", "name", "Loser")]
    [InlineData("in time", "phone", "Winner")]
    [InlineData("late", "phone", "Winner")]
    [InlineData("never", "phone", "Winner")]
    [InlineData("refused once", "phone", "Loser")]
    public async Task F53_An_edit_that_lost_is_newer_than_what_it_was_made_over_once_what_it_lost_against_is_gone(
        string arrives, string field, string stays)
    {
        await using var world = await World.CreateAsync();
        var sides = Rivals(world, field);
        await world.GoLiveAsync();
        sides[0].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();
        await world.CycleAsync(TimeSpan.FromHours(1));

        // The second system's edit is over something older: to the first pairing it is one that loses.
        sides[2].Edit(sides[2].Keys.Single(), field, "First");
        sides[0].BeforeNextWrite = () =>
        {
            sides[1].Edit(sides[1].Keys.Single(), field, "Winner");
            sides[2].Edit(sides[2].Keys.Single(), field, "Loser");
        };
        Arrive(sides[2], arrives);
        for (var i = 0; i < 20; i++)
            await world.CycleAsync(TimeSpan.FromSeconds(20));

        Assert.All(sides, side => Assert.Equal(stays, side[side.Keys.Single()][field]?.ToString()));
    }

    // Of the first two systems each is preferred by one of its pairings.
    private static FakeEntity[] Rivals(World world, string field)
    {
        var sides = Systems(world);
        foreach (var (left, right, preferred) in new[] { (0, 1, "Acme"), (0, 2, "Acme"), (1, 2, "Beta") })
        {
            world.With(new(
                $"{left}/{right}", sides[left].Entity, sides[right].Entity, ["email"], ["email", "name", "phone"],
                createsLeft: true, createsRight: true));
            world.Options.Fields[$"{left}/{right}"] = new() { [field] = new() { Prefer = preferred } };
        }

        return sides;
    }

    private static void Arrive(FakeEntity side, string arrives)
    {
        side.NextCommitIsLate = arrives switch
        {
            "late" => TimeSpan.FromSeconds(15),
            "never" => TimeSpan.FromDays(9),
            _ => null,
        };
        side.NextIsNotDone = arrives == "refused once";
    }
}
