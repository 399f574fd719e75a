namespace Sluice.Pipeline.Tests;

/// <summary>Where a listing of changes begins, and what it must not leave out.</summary>
public sealed class CursorTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, true)]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    public async Task F08_Twelve_edits_in_one_second_are_all_seen_although_the_cursor_stops_in_the_middle(
        bool overlaps, bool isExclusive, bool allSeen)
    {
        var pages = int.MinValue;
        await using var world = await DeltaTests.LinkedAsync(
            12, beforeStore: call => call == nameof(IStore.ObserveAsync) && ++pages == 2
                ? throw new CrashException("on page 2")
                : Task.CompletedTask);
        if (!overlaps)
            world.Policies["Beta"] = new() { CursorOverlap = TimeSpan.Zero };
        world.Users.PageSize = 5;
        world.Users.History.Digits = 0;
        (world.Users.Delta!.IsExclusive, world.Users.Delta.TellsEveryPage) = (isExclusive, true);
        for (var i = 1; i <= 12; i++)
            world.Users.Edit($"u{i:00}", "phone", "12");

        // The first page of three is stored, with how far it goes, and no other.
        pages = 0;
        await Assert.ThrowsAsync<CrashException>(async () => await world.CycleAsync(Minute * 10));
        world.Restart();
        for (var i = 0; i < 3; i++)
            await world.CycleAsync(Minute * 10);

        Assert.Equal(allSeen, world.People.Keys.All(key => (string?)world.People[key]["phone"] == "12"));
    }

    [Theory]
    [InlineData(-120)]
    [InlineData(0)]
    [InlineData(120)]
    public async Task F09_Edits_during_the_pull_are_seen_in_the_next_one_whatever_our_clock_says(int skew)
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.Users.History.Skew = TimeSpan.FromSeconds(skew);
        world.Users.Delta = new(world.Users);
        for (var i = 1; i <= 8; i++)
        {
            world.People.Add($"Name {i}", $"name{i}@x.no", "0");
            world.Users.Add($"Name {i}", $"name{i}@x.no", "0");
        }

        await world.GoLiveAsync();
        for (var round = 1; round <= 4; round++)
        {
            // What was passed already changes while the rest is read, and again a moment later.
            world.Clock.Advance(Minute);
            foreach (var key in world.Users.Keys)
                world.Users.Edit(key, "phone", $"{round}");
            world.Users.OnPage = number =>
            {
                world.Clock.Advance(TimeSpan.FromSeconds(1));
                world.Users.Edit($"u{Math.Max(1, number - 1):00}", "name", $"Name {round}.{number}");
                return Task.CompletedTask;
            };
            await world.CycleAsync();
        }

        world.Users.OnPage = null;
        await world.QuiesceAsync();
        Assert.All(world.People.Keys.Zip(world.Users.Keys), pair =>
        {
            Assert.Equal((string?)world.Users[pair.Second]["name"], (string?)world.People[pair.First]["name"]);
            Assert.Equal("4", (string?)world.People[pair.First]["phone"]);
        });
    }

    [Fact]
    public async Task F08_A_change_that_the_index_shows_late_is_within_the_overlap()
    {
        await using var world = await DeltaTests.LinkedAsync(8);
        world.Users.IndexLag = TimeSpan.FromSeconds(8);
        await world.CycleAsync(Minute);

        // This one is not listed yet when a later pull takes its cursor from another.
        world.Users.Edit("u01", "phone", "1");
        await world.CycleAsync(TimeSpan.FromSeconds(2));
        Assert.Equal("0", (string?)world.People["p01"]["phone"]);
        world.Users.IndexLag = TimeSpan.Zero;
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        world.Users.Edit("u02", "phone", "2");
        await world.CycleAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("1", (string?)world.People["p01"]["phone"]);
        Assert.Equal("2", (string?)world.People["p02"]["phone"]);
    }

    [Fact]
    public async Task F10_A_cursor_of_nine_digits_goes_back_as_it_came_and_nothing_is_read_for_ever()
    {
        await using var world = await DeltaTests.LinkedAsync(8);
        world.Policies["Beta"] = new() { CursorOverlap = TimeSpan.Zero };
        for (var i = 1; i <= 8; i++)
            world.Users.Edit($"u{i:00}", "phone", "10");
        var newest = world.Users.Index().Values.Max(version => version.Stamp);
        Assert.Equal("2026-03-02T08:00:00.000000000Z".Length, newest!.Length);

        await world.CycleAsync(Minute * 10);
        Assert.All(world.People.Keys, key => Assert.Equal("10", (string?)world.People[key]["phone"]));
        await world.CycleAsync(Minute * 10);

        // Inclusive: the newest one is shown again, and it alone.
        var report = await world.CycleAsync(Minute * 10);
        Assert.Equal(newest, Assert.Single(world.Users.Calls("changes")).Key);
        Assert.Equal(1, report.Listings[1].Records);
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F11_A_page_full_of_one_stamp_is_passed_by_the_id()
    {
        await using var world = await ManyOfOneStampAsync(FakePaging.StampAndId);

        var report = await world.CycleAsync(Minute * 10);

        Assert.Equal((250, null), (report.Listings[1].Records, report.Listings[1].Problem));
        Assert.Equal(3, world.Users.Calls("changes").Count());
        Assert.Equal(250, world.People.Keys.Count(key => (string?)world.People[key]["phone"] == "11"));
    }

    [Fact]
    public async Task F11_Changes_that_make_no_progress_are_left_and_everything_is_listed()
    {
        await using var world = await ManyOfOneStampAsync(FakePaging.Stamp);

        var report = await world.CycleAsync(Minute * 10);

        Assert.InRange(world.Users.Calls("changes").Count(), 2, 20);
        Assert.False(report.Listings[1].ChangesOnly);
        Assert.Equal(250, world.People.Keys.Count(key => (string?)world.People[key]["phone"] == "11"));
    }

    private static async Task<World> ManyOfOneStampAsync(FakePaging pages)
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.Users.PageSize = world.People.PageSize = 100;
        world.Users.Delta = new(world.Users) { Pages = pages };
        world.Users.History.Digits = 0;
        for (var i = 0; i < 250; i++)
        {
            world.People.Add($"Name {i}", $"name{i}@x.no", "0");
            world.Users.Add($"Name {i}", $"name{i}@x.no", "0");
        }

        await world.GoLiveAsync();
        world.Clock.Advance(Minute * 10);
        foreach (var key in world.Users.Keys)
            world.Users.Edit(key, "phone", "11");
        return world;
    }
}
