namespace Sluice.Pipeline.Tests;

public sealed class KeyTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task F22_Keys_that_come_back_upper_cased_make_no_new_records(bool byRule, bool foundByEither)
    {
        await using var world = await World.CreateAsync();
        if (byRule)
            world.Copies(createsRight: true);
        else
            world.Mirrors();
        world.People.Add("Ada", "ada@x.no");
        world.People.Add("Bo", "bo@x.no");
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        Assert.Equal(2, world.Users.Count);

        world.People.Spells = key => key.ToUpperInvariant();
        world.People.IgnoresKeyCase = foundByEither;
        var reports = new List<CycleReport>();
        for (var i = 0; i < 3; i++)
        {
            reports.Add(await world.CycleAsync());
            Assert.Empty(world.Writes);
        }

        // Either the listing left out what is there, or records are there that may be known: it is said.
        if (foundByEither)
            Assert.All(reports, report => Assert.Contains("left out p01", report.Pairings[0].Problem));
        else
            Assert.Equal(
                ["P01", "P02"],
                (await world.OpenAsync()).Where(item => item.Kind == OpenKind.Review && item.Key[0] == 'P')
                    .Select(item => item.Key).Order());
    }

    [Fact]
    public async Task F22_Keys_that_come_back_as_numbers_are_the_same_keys()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.People.Add("Ada", "ada@x.no", key: "42");
        await world.GoLiveAsync();
        await world.QuiesceAsync();

        world.People.ShowsNumbers = true;
        for (var i = 0; i < 3; i++)
        {
            await world.CycleAsync();
            Assert.Empty(world.Writes);
        }

        Assert.Single(await world.LinksAsync());
        Assert.Empty(await world.OpenAsync());
    }
}
