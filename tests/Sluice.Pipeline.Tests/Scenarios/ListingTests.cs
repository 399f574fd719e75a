namespace Sluice.Pipeline.Tests;

/// <summary>Listings that drift, stop half-way, or never end.</summary>
public sealed class ListingTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F16_Dying_on_page_3_of_5_and_going_on_deletes_nothing(bool delta)
    {
        await using var world = await TenAsync(delta);
        world.Users.OnPage = number => number < 3 ? Task.CompletedTask : throw new CrashException("on page 3");
        for (var i = 0; i < 2; i++)
        {
            await world.CycleAsync(TimeSpan.FromDays(1));
            world.Restart();
        }

        await CheckAsync(0);
        world.Users.OnPage = null;
        world.Users.Delete("u10");
        await world.CycleAsync(TimeSpan.FromDays(1));
        await CheckAsync(1);

        async Task CheckAsync(int gone)
        {
            var links = await world.LinksAsync();
            Assert.Equal(10, links.Count);
            Assert.Equal(gone, links.Count(link => link.State == LinkState.Tombstone));
            Assert.Equal(10, world.People.Count);
        }
    }

    [Fact]
    public async Task F16_The_store_dies_at_every_page_of_a_listing_and_nothing_is_deleted()
    {
        var dead = 0;
        for (var at = 1; ; at++)
        {
            var calls = int.MinValue;
            var last = at;
            await using var world = await TenAsync(
                delta: true, call => call.Contains("Observe", StringComparison.Ordinal)
                    || call.Contains("Co", StringComparison.Ordinal)
                    ? ++calls == last ? throw new CrashException(call) : Task.CompletedTask
                    : Task.CompletedTask);
            foreach (var key in world.Users.Keys)
                world.Users.Edit(key, "phone", "16");
            calls = 0;
            try
            {
                await world.CycleAsync(Minute * 10);
            }
            catch (CrashException)
            {
                dead++;
            }

            var survived = calls < at;
            calls = int.MinValue;
            world.Restart();
            await world.QuiesceAsync();
            Assert.All(await world.LinksAsync(), link => Assert.Equal(LinkState.Live, link.State));
            Assert.All(world.People.Keys, key => Assert.Equal("16", (string?)world.People[key]["phone"]));
            if (survived)
                break;
        }

        Assert.InRange(dead, 10, 1000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F12_Records_that_move_across_the_border_of_every_page_are_neither_lost_nor_deleted(bool delta)
    {
        await using var world = await TenAsync(delta, pages: FakePaging.Offset);
        world.Users.ListsByStamp = true;
        for (var round = 1; round <= 3; round++)
        {
            world.Clock.Advance(Minute * 10);
            foreach (var key in world.Users.Keys)
                world.Users.Edit(key, "phone", $"{round}");
            world.Users.OnPage = number =>
            {
                world.Clock.Advance(TimeSpan.FromSeconds(1));
                world.Users.Edit($"u{number:00}", "name", $"Name {round}.{number}");
                return Task.CompletedTask;
            };
            await world.CycleAsync();
        }

        world.Users.OnPage = null;
        await world.CycleAsync(TimeSpan.FromDays(1));
        await world.QuiesceAsync();

        Assert.All(await world.LinksAsync(), link => Assert.Equal(LinkState.Live, link.State));
        Assert.Equal((10, 10), (world.People.Count, world.Users.Count));
        Assert.All(world.People.Keys.Zip(world.Users.Keys), pair =>
        {
            Assert.Equal("3", (string?)world.People[pair.First]["phone"]);
            Assert.Equal((string?)world.Users[pair.Second]["name"], (string?)world.People[pair.First]["name"]);
        });
    }

    [Theory]
    [InlineData(43)]
    [InlineData(84)]
    public async Task F13_A_page_size_that_cuts_the_listing_short_decides_nothing(int records)
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.People.PageSize = 42;
        world.Users.PageSize = 42;
        for (var i = 0; i < records; i++)
        {
            world.People.Add($"Name {i}", $"name{i}@x.no");
            world.Users.Add($"Name {i}", $"name{i}@x.no");
        }

        world.Users.NextListingEndsAfter = 1;
        var report = await world.CycleAsync();
        Assert.Null(report.Plan);
        Assert.Contains("without a proof", report.Listings[1].Problem, StringComparison.Ordinal);

        await world.GoLiveAsync();
        Assert.Equal(records, (await world.LinksAsync()).Count);
        Assert.Equal(records, world.Users.Count);
    }

    [Fact]
    public async Task F11_F13_A_listing_that_repeats_its_pages_for_ever_is_left_with_a_clear_word()
    {
        await using var world = await TenAsync(delta: false);
        world.Users.RepeatsPage = 2;

        var report = await world.CycleAsync(Minute);

        Assert.InRange(world.Users.Calls("list").Count(), 3, 30);
        Assert.Contains("makes no progress", report.Listings[1].Problem, StringComparison.Ordinal);
        Assert.All(await world.LinksAsync(), link => Assert.Equal(LinkState.Live, link.State));
    }

    private static Task<World> TenAsync(
        bool delta, Func<string, Task>? beforeStore = null, FakePaging pages = default) =>
        delta ? DeltaTests.LinkedAsync(10, pages: pages, beforeStore: beforeStore) : PlainAsync(beforeStore);

    private static async Task<World> PlainAsync(Func<string, Task>? beforeStore)
    {
        var world = await World.CreateAsync(beforeStore: beforeStore);
        world.Copies();
        for (var i = 1; i <= 10; i++)
        {
            world.People.Add($"Name {i}", $"name{i}@x.no", "0");
            world.Users.Add($"Name {i}", $"name{i}@x.no", "0");
        }

        await world.GoLiveAsync();
        return world;
    }
}
