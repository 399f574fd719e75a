namespace Sluice.Pipeline.Tests;

public sealed partial class TriangleTests
{
    [Theory]
    [InlineData("in time")]
    [InlineData("late")]
    [InlineData("never")]
    [InlineData("refused once")]
    public async Task F53_An_edit_that_lost_is_no_new_one_to_a_pairing_that_prefers_its_system(string arrives)
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"]);
        foreach (var (pairing, preferred) in new[] { ("0/1", "Acme"), ("0/2", "Acme"), ("1/2", "Beta") })
            world.Options.Fields[pairing] = new() { ["name"] = new() { Prefer = preferred } };
        await world.GoLiveAsync();
        var origin = sides[0].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();
        await world.CycleAsync(TimeSpan.FromHours(1));

        sides[0].Edit(origin, "name", "Winner");
        sides[1].Edit(sides[1].Keys.Single(), "name", "Loser");
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

        Assert.All(sides, side => Assert.Equal("Winner", side[side.Keys.Single()]["name"]?.ToString()));
        Assert.All(sent, body => Assert.Contains("Winner", body, StringComparison.Ordinal));
    }
}
