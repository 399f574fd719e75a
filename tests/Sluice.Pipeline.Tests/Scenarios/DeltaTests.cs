namespace Sluice.Pipeline.Tests;

/// <summary>What changed is listed from a place in the source's own history on.</summary>
public sealed class DeltaTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Only_what_changed_is_listed_after_everything_was_listed_once()
    {
        await using var world = await LinkedAsync(8);
        world.Users.Edit("u03", "phone", "3");

        var report = await world.CycleAsync(Minute * 10);

        Assert.Equal("3", (string?)world.People["p03"]["phone"]);
        Assert.Empty(world.Users.Calls("list"));
        Assert.Single(world.Users.Calls("changes"));
        Assert.Equal(
            [("Acme People", false, 8), ("Beta Users", true, 2)],
            report.Listings.Select(listed => (listed.Entity, listed.ChangesOnly, listed.Records)));
    }

    [Fact]
    public async Task Until_a_pairing_runs_by_itself_everything_is_listed_and_nothing_is_read_by_key()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true, createsLeft: true);
        world.Users.Delta = new(world.Users);
        for (var i = 0; i < 30; i++)
            world.Users.Add($"User {i}", $"u{i}@x.no");
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.ApproveAsync(await world.CycleAsync(Minute));

        var filled = await world.CycleAsync(Minute);
        Assert.Equal(30, filled.Pairings.Sum(pairing => pairing.Created));
        Assert.NotEmpty(world.Users.Calls("list"));
        Assert.Empty(world.Users.Calls("read"));

        await world.CycleAsync(Minute);
        Assert.Empty(world.Users.Calls("list"));
        Assert.NotEmpty(world.Users.Calls("changes"));
    }

    [Fact]
    public async Task Where_a_listing_of_everything_was_empty_everything_is_listed_again()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true, createsLeft: true);
        world.Users.Delta = new(world.Users);
        world.Users.Add("Ada", "ada@x.no");
        world.People.Add("Ada", "ada@x.no");
        world.Clock.Advance(TimeSpan.FromHours(1));
        world.Users.Add("Eve", "eve@x.no");
        world.Users.ListsNothing = true;
        var blind = await world.CycleAsync(Minute);
        Assert.Equal(["Beta Users"], blind.Plan!.Empty);
        world.Users.ListsNothing = false;
        world.Users.Add("Bob", "bob@x.no");

        var planned = await world.CycleAsync(Minute);

        Assert.Empty(planned.Plan!.Empty);
        Assert.Contains(planned.Plan.Items, item => item.Kind == PlanKind.Link);
        Assert.DoesNotContain(planned.Plan.Items, item => item.Kind == PlanKind.Create && item.Key == "p01");
    }

    [Fact]
    public async Task A_hinted_record_makes_no_basis_of_an_empty_listing()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true, createsLeft: true);
        world.Users.Delta = new(world.Users);
        var ada = world.Users.Add("Ada", "ada@x.no");
        world.Users.Add("Eve", "eve@x.no");
        world.People.Add("Eve", "eve@x.no");
        world.Clock.Advance(TimeSpan.FromHours(1));
        world.Users.ListsNothing = true;
        await world.CycleAsync(Minute);
        Assert.True(world.Hint(world.Users.Entity, ada));
        var hinted = await world.CycleAsync(Minute);
        Assert.Equal(1, hinted.Listings.Single(listed => listed.Entity == "Beta Users").Records);
        world.Users.ListsNothing = false;
        await world.CycleAsync(Minute);
        Assert.Single(world.Users.Calls("list"));

        var planned = await world.CycleAsync(Minute);

        Assert.Contains(planned.Plan!.Items, item => item.Kind == PlanKind.Link);
        Assert.DoesNotContain(planned.Plan.Items, item => item.Kind == PlanKind.Create && item.Key == "p01");
    }

    [Fact]
    public async Task A_quiet_cycle_asks_for_one_page_of_changes()
    {
        await using var world = await LinkedAsync(8);

        await world.CycleAsync(Minute * 10);

        Assert.Single(world.Calls, call => call.System == "Beta" && call.Kind != "identify");
    }

    [Fact]
    public async Task What_was_deleted_shows_when_everything_is_listed_again()
    {
        await using var world = await LinkedAsync(8);
        world.Users.Delete("u03");
        await world.CycleAsync(Minute * 10);
        Assert.DoesNotContain(await world.LinksAsync(), link => link.State == LinkState.Tombstone);

        await world.CycleAsync(TimeSpan.FromDays(1));

        Assert.NotEmpty(world.Users.Calls("list"));
        Assert.Equal(
            "u03", Assert.Single(await world.LinksAsync(), link => link.State == LinkState.Tombstone).RightKey);
    }

    [Fact]
    public async Task A_record_that_is_not_found_by_its_key_is_looked_for_in_everything_there_is()
    {
        await using var world = await LinkedAsync(8);
        world.Users.Delete("u03");
        world.People.Edit("p03", "phone", "3");
        await world.CycleAsync(Minute * 10);
        Assert.Empty(world.Users.Calls("list"));
        Assert.Single(await world.OpenAsync());

        await world.CycleAsync(Minute * 10);
        Assert.NotEmpty(world.Users.Calls("list"));
        Assert.Equal(
            "u03", Assert.Single(await world.LinksAsync(), link => link.State == LinkState.Tombstone).RightKey);
        await world.CycleAsync(Minute * 10);
        Assert.Empty(world.Users.Calls("list"));
    }

    [Fact]
    public async Task Everything_is_listed_after_the_clock_went_back()
    {
        await using var world = await LinkedAsync(8);
        await world.CycleAsync(Minute * -120);
        Assert.NotEmpty(world.Users.Calls("list"));
    }

    [Fact]
    public async Task Everything_is_listed_when_it_is_looked_at_differently()
    {
        await using var world = await LinkedAsync(8);
        world.With(new("acme-people/beta-users-too", world.People.Entity, world.Users.Entity, ["name"]));

        await world.GoLiveAsync();

        Assert.Equal(8, (await world.LinksAsync("acme-people/beta-users-too")).Count);
    }

    [Fact]
    public async Task A_cursor_that_the_source_does_not_know_any_more_costs_one_full_listing()
    {
        await using var world = await LinkedAsync(8);
        world.Users.Edit("u03", "phone", "3");
        world.Users.Delta!.NextCursorIsForgotten = true;

        var report = await world.CycleAsync(Minute * 10);
        Assert.Equal("3", (string?)world.People["p03"]["phone"]);
        Assert.False(report.HasProblems);

        await world.CycleAsync(Minute * 10);
        Assert.Empty(world.Users.Calls("list"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cursor_that_cannot_be_stepped_back_any_more_costs_one_full_listing(bool isSaid)
    {
        await using var world = await LinkedAsync(8);
        world.Users.Delta!.NextStepBackFails = Unreadable(isSaid);

        await AssertOneFullListingAsync(world);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cursor_at_which_no_listing_can_begin_any_more_costs_one_full_listing(bool isSaid)
    {
        await using var world = await LinkedAsync(8);
        world.Users.Delta!.NextBeginningFails = Unreadable(isSaid);

        await AssertOneFullListingAsync(world);
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_is_shown_again_until_it_can_be()
    {
        await using var world = await LinkedAsync(8);
        world.Users.Broken.Add("u03");
        world.Users.Edit("u03", "phone", "3");
        world.Users.Edit("u04", "phone", "4");
        await world.CycleAsync(Minute * 10);
        Assert.Equal("4", (string?)world.People["p04"]["phone"]);

        var report = await world.CycleAsync(Minute * 10);
        Assert.Equal("u03", Assert.Single(report.Listings[1].Bad).Key);

        world.Users.Broken.Clear();
        await world.CycleAsync(Minute * 10);
        Assert.Equal("3", (string?)world.People["p03"]["phone"]);
    }

    [Fact]
    public async Task A_hook_that_fails_on_a_record_is_asked_again_in_every_cycle()
    {
        await using var world = await LinkedAsync(8);
        var pairing = (CardPairing)world.Pairings[0];
        pairing.Breaks = "Odd";
        world.Users.Add("Odd", "odd@x.no");
        world.People.Add("Other", "odd@x.no");
        await world.CycleAsync(Minute * 10);
        await world.CycleAsync(Minute * 10);
        Assert.Equal(8, (await world.LinksAsync()).Count);

        pairing.Breaks = null;
        await world.CycleAsync(Minute * 10);
        Assert.Equal(9, (await world.LinksAsync()).Count);
    }

    [Fact]
    public async Task Many_records_that_wait_are_listed_rather_than_asked_for_one_by_one()
    {
        await using var world = await LinkedAsync(8, createsLeft: true);
        for (var i = 0; i < 9; i++)
            world.Users.Add(null, $"nameless{i}@x.no");
        await world.CycleAsync(Minute * 10);
        Assert.Equal(9, (await world.OpenAsync()).Count);

        await world.CycleAsync(Minute * 10);

        Assert.Empty(world.Users.Calls("read"));
        Assert.Equal(9, (await world.OpenAsync()).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F01_An_unsettled_create_is_looked_for_in_everything_there_is(bool dies)
    {
        await using var world = await LinkedAsync(8, createsRight: true);
        world.People.Add("Zoe", "zoe@x.no");
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync(Minute * 10);
        if (dies)
            world.Restart();

        await world.QuiesceAsync();

        Assert.Equal(9, world.Users.Count);
        Assert.Equal(9, (await world.LinksAsync()).Count);
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task F46_While_changes_were_not_listed_to_their_end_nothing_is_linked_or_created()
    {
        await using var world = await LinkedAsync(8, createsRight: true);
        world.People.Add("Zoe", "zoe@x.no");
        for (var i = 1; i <= 5; i++)
            world.Users.Edit($"u0{i}", "phone", "9");
        world.Users.Add("Zoe", "zoe@x.no");
        world.Users.NextPageToFail = 2;
        world.People.Edit("p07", "phone", "7");

        var report = await world.CycleAsync(Minute * 10);
        Assert.True(report.HasProblems);
        Assert.Equal(8, (await world.LinksAsync()).Count);
        Assert.Equal(9, world.Users.Count);
        Assert.Equal("7", (string?)world.Users["u07"]["phone"]);

        await world.QuiesceAsync();
        Assert.Equal(9, (await world.LinksAsync()).Count);
        Assert.Equal(9, world.Users.Count);
    }

    [Fact]
    public async Task F46_After_one_full_listing_changes_are_enough_to_decide()
    {
        await using var world = await LinkedAsync(8, createsRight: true);
        world.People.Add("Zoe", "zoe@x.no");
        world.Users.Add("Zoe", "zoe@x.no");
        world.People.Add("Yan", "yan@x.no");

        await world.CycleAsync(Minute * 10);

        Assert.Empty(world.Users.Calls("list"));
        Assert.Equal(10, (await world.LinksAsync()).Count);
        Assert.Equal(10, world.Users.Count);
    }

    private static Exception Unreadable(bool isSaid) => isSaid
        ? new RemoteException("Beta", RemoteFailure.Malformed, "'1718000000000' is no place.", "List everything.")
        : new ArgumentException("'1718000000000' is no cursor.");

    private static async Task AssertOneFullListingAsync(World world)
    {
        world.Users.Edit("u03", "phone", "3");
        var report = await world.CycleAsync(Minute * 10);
        Assert.NotEmpty(world.Users.Calls("list"));
        Assert.Equal("3", (string?)world.People["p03"]["phone"]);
        Assert.False(report.HasProblems);

        await world.CycleAsync(Minute * 10);
        Assert.Empty(world.Users.Calls("list"));
    }

    /// <summary>Linked people and users, of whom the users can be listed by what changed.</summary>
    internal static async Task<World> LinkedAsync(
        int count, bool createsRight = false, bool createsLeft = false, FakePaging pages = default,
        Func<string, Task>? beforeStore = null)
    {
        var world = await World.CreateAsync(beforeStore: beforeStore);
        world.Copies(createsRight, createsLeft);
        world.Users.PageSize = 3;
        world.Users.Delta = new(world.Users) { Pages = pages };
        for (var i = 1; i <= count; i++)
        {
            world.Clock.Advance(Minute * 3);
            world.People.Add($"Name {i}", $"name{i}@x.no", "0");
            world.Users.Add($"Name {i}", $"name{i}@x.no", "0");
        }

        await world.GoLiveAsync();
        await world.CycleAsync(Minute * 10);
        Assert.Equal(count, (await world.LinksAsync()).Count);
        return world;
    }
}
