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
        var sides = Systems(world);
        foreach (var (left, right, preferred) in new[] { (0, 1, "Acme"), (0, 2, "Acme"), (1, 2, "Beta") })
        {
            world.With(new(
                $"{left}/{right}", sides[left].Entity, sides[right].Entity, ["email"], ["email", "name", "phone"],
                createsLeft: true, createsRight: true));
            world.Options.Fields[$"{left}/{right}"] = new() { [field] = new() { Prefer = preferred } };
        }

        await world.GoLiveAsync();
        var origin = sides[0].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();
        await world.CycleAsync(TimeSpan.FromHours(1));

        sides[0].Edit(origin, field, "Winner");
        sides[1].Edit(sides[1].Keys.Single(), field, "Loser");
        sides[1].NextCommitIsLate = arrives switch
        {
            "late" => TimeSpan.FromSeconds(15),
            "never" => TimeSpan.FromDays(9),
            _ => null,
        };
        sides[1].NextIsNotDone = arrives == "refused once";
        var sent = new List<string?>();
        for (var i = 0; i < 20; i++)
        {
            await world.CycleAsync(TimeSpan.FromSeconds(20));
            sent.AddRange(world.Writes.Select(call => call.Body));
        }

        Assert.All(sides, side => Assert.Equal("Winner", side[side.Keys.Single()][field]?.ToString()));
        Assert.All(sent, body => Assert.Contains("Winner", body, StringComparison.Ordinal));
    }
}
