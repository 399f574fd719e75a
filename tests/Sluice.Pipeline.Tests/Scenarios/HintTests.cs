namespace Sluice.Pipeline.Tests;

/// <summary>F37: what a webhook tells is that a record may have changed, and nothing else.</summary>
public sealed class HintTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task F37_Hints_that_come_late_twice_out_of_order_or_never_lose_no_edit(int seed)
    {
        await using var world = await LinkedAsync(records: 6);
        (world.People.IndexLag, world.Users.IndexLag) = (Minute * 5, Minute * 5);
        var random = new Random(seed);
        var expected = new Dictionary<string, string>(StringComparer.Ordinal);
        var onTheirWay = new List<(int Round, EntityName Entity, string Key)>();
        for (var round = 0; round < 40; round++)
        {
            // A record is edited on one side only, so that its last value is the one that has to win.
            var number = random.Next(1, 7);
            var (entity, key) = number % 2 == 0 ? (world.People, $"p{number:00}") : (world.Users, $"u{number:00}");
            entity.Edit(key, "phone", expected[$"{number:00}"] = $"{round}");
            if (random.NextDouble() >= 0.2)
                for (var copies = random.Next(1, 4); copies > 0; copies--)
                    onTheirWay.Add((round + random.Next(0, 10), entity.Entity, key));

            var arrived = onTheirWay.Where(hint => hint.Round <= round).ToArray();
            random.Shuffle(arrived);
            foreach (var hint in arrived)
                world.Hint(hint.Entity, hint.Key);
            onTheirWay.RemoveAll(hint => hint.Round <= round);
            await world.CycleAsync(Minute);
        }

        for (var quiet = 0; quiet < 15; quiet++)
            await world.CycleAsync(Minute);

        Assert.Empty(world.Writes);
        Assert.All(expected, last => Assert.Equal(
            (last.Value, last.Value),
            ((string?)world.People[$"p{last.Key}"]["phone"], (string?)world.Users[$"u{last.Key}"]["phone"])));
    }

    [Fact]
    public async Task F37_A_hint_is_one_read_by_key_and_brings_what_the_listing_does_not_show_yet()
    {
        await using var world = await LinkedAsync(records: 3);
        world.People.IndexLag = Minute * 5;
        world.People.Edit("p02", "phone", "1");
        await world.CycleAsync();
        Assert.Empty(world.Writes);

        Assert.True(world.Hint(world.People.Entity, "p02"));
        Assert.False(world.Hint(world.People.Entity, "p02"));
        await world.CycleAsync();

        Assert.Equal("1", (string?)world.Users["u02"]["phone"]);
        Assert.Equal(["p02"], world.People.Calls("read").Select(call => call.Key).Distinct());
    }

    [Fact]
    public async Task F37_A_hint_of_what_is_gone_unknown_or_out_of_reach_does_nothing()
    {
        await using var world = await LinkedAsync(records: 2);
        world.People.Broken.Add("p01");
        Assert.False(world.Hint(new("Acme", "Invoices"), "1"));
        Assert.True(world.Hint(world.People.Entity, "p01"));
        Assert.True(world.Hint(world.People.Entity, "nobody"));

        var report = await world.CycleAsync();

        Assert.Empty(world.Writes);
        Assert.All(report.Listings, listing => Assert.Null(listing.Problem));
        Assert.Equal(2, (await world.LinksAsync()).Count);
    }

    [Fact]
    public async Task F18_F37_A_hint_of_what_was_merged_makes_nothing_known_of_what_answers_for_it()
    {
        await using var world = await LinkedAsync(records: 2);
        world.People.Add("Archived", "archived@x.no", "0", key: "p09");
        world.People.IndexLag = Minute * 5;
        world.People.Merged["p02"] = "p09";
        world.People.AnswersForMerged = true;
        world.Hint(world.People.Entity, "p02");

        await world.CycleAsync();

        Assert.Empty(await world.Store.KnownBeforeAsync(world.People.Entity, ["p09"], DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task F37_A_hint_on_which_a_connector_breaks_keeps_nothing_else_from_its_way()
    {
        await using var world = await LinkedAsync(records: 2);
        world.People.Edit("p02", "phone", "1");
        world.Hint(world.People.Entity, "p01");
        world.People.BeforeNextRead = () => throw new InvalidOperationException("a mistake");

        Assert.False((await world.CycleAsync()).HasProblems);

        Assert.Equal("1", (string?)world.Users["u02"]["phone"]);
    }

    private static async Task<World> LinkedAsync(int records)
    {
        var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        for (var i = 1; i <= records; i++)
            world.People.Add($"Ada {i}", $"ada{i}@x.no", "0");
        await world.GoLiveAsync();
        await world.CycleAsync(Minute * 10);
        return world;
    }
}
