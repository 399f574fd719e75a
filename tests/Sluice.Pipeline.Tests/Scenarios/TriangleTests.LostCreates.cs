namespace Sluice.Pipeline.Tests;

/// <summary>Two pairings that create in one system, of which one has no turn while its create is in question.</summary>
public sealed partial class TriangleTests
{
    [Theory]
    [InlineData("paused", false)]
    [InlineData("paused", true)]
    [InlineData("down", false)]
    [InlineData("down", true)]
    [InlineData("passed by", false)]
    [InlineData("passed by", true)]
    public async Task F01_A_create_in_question_is_settled_where_its_pairing_has_no_turn(string state, bool arrived)
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        Pair(world, sides, 0, 1, "email");
        Pair(world, sides, 2, 1, "email");
        await world.GoLiveAsync();
        sides[0].Add("Ada", "ada@x.no");
        if (arrived)
            sides[1].NextAnswerIsLost = true;
        else
            sides[1].NextCommitIsLate = TimeSpan.FromDays(9);
        await world.CycleAsync();
        Assert.Single(await world.Store.OpenIntentsAsync(null));

        if (state == "paused")
            await world.DecideAsync(new PersonDecision(DecisionKind.Pause) { Pairing = "0/1" });
        world.Acme.IsDown = state == "down";
        var scope = state == "passed by" ? new CycleScope { Pairing = "2/1" } : CycleScope.Whole;
        sides[2].Add("Bob", "bob@x.no");
        for (var i = 0; i < 3; i++)
        {
            await world.CycleAsync(scope);
            world.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        Assert.Contains(sides[1].Keys, key => (string?)sides[1][key]["name"] == "Bob");
        Assert.Equal(arrived ? 1 : 0, (await world.LinksAsync("0/1")).Count);

        world.Acme.IsDown = false;
        await world.DecideAsync(new PersonDecision(DecisionKind.Resume));
        await world.QuiesceAsync();
        Assert.Equal([2, 2, 2], sides.Select(side => side.Count));
        Assert.Empty(await world.OpenAsync());
    }
}
