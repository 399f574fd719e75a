namespace Sluice.Pipeline.Tests;

/// <summary>A record that is missing shows in how many there are, before everything is listed again.</summary>
public sealed class CountTests
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task What_was_deleted_shows_in_the_next_cycle()
    {
        await using var world = await LinkedAsync();
        world.Users.Delete("u03");

        var report = await world.CycleAsync(Later);

        Assert.Equal("u03", await LostAsync(world));
        Assert.False(report.Listings.Single(listed => listed.Entity == "Beta Users").ChangesOnly);
        await world.CycleAsync(Later);
        Assert.Empty(world.Users.Calls("list"));
    }

    [Fact]
    public async Task A_quiet_cycle_asks_for_a_page_of_changes_and_for_a_number()
    {
        await using var world = await LinkedAsync();

        await world.CycleAsync(Later);

        Assert.Equal(
            [("changes", null), ("count", "8")],
            world.Calls.Where(call => call.System == "Beta" && call.Kind != "identify")
                .Select(call => (call.Kind, call.Kind == "count" ? call.Key : null)));
    }

    [Fact]
    public async Task A_record_that_came_does_not_hide_one_that_went()
    {
        await using var world = await LinkedAsync();
        world.Users.Delete("u03");
        world.Users.Add("New", "new@x.no");

        await world.CycleAsync(Later);

        Assert.Equal("u03", await LostAsync(world));
    }

    [Fact]
    public async Task A_record_that_came_is_no_reason_to_list_everything()
    {
        await using var world = await LinkedAsync();
        world.Users.Add("New", "new@x.no");

        await world.CycleAsync(Later);

        Assert.Empty(world.Users.Calls("list"));
        Assert.Equal(["9"], world.Users.Calls("count").Select(call => call.Key));
    }

    [Fact]
    public async Task What_we_deleted_and_created_ourselves_is_counted_in()
    {
        await using var world = await LinkedAsync(
            world => world.Options.Deletes.Set("acme-people/beta-users", DeletePolicy.Propagate));
        world.People.Delete("p03");
        world.People.Add("New", "new@x.no");
        await world.CycleAsync(Later);
        Assert.Equal(8, world.Users.Count);
        Assert.DoesNotContain("u03", world.Users.Keys);

        await world.CycleAsync(Later);

        Assert.Empty(world.Users.Calls("list"));
        Assert.NotEmpty(world.Users.Calls("count"));
    }

    [Fact]
    public async Task All_that_fits_one_page_is_listed_and_not_counted()
    {
        await using var world = await LinkedAsync(world => world.Users.PageSize = 8);
        world.Users.Delete("u03");

        await world.CycleAsync(Later);

        Assert.Equal("u03", await LostAsync(world));
        Assert.Single(world.Users.Calls("list"));
        Assert.Empty(world.Users.Calls("changes").Concat(world.Users.Calls("count")));
    }

    [Theory]
    [InlineData("an answer of 500")]
    [InlineData("a mistake in the connector")]
    public async Task Where_it_cannot_be_counted_what_changed_stands_and_the_rest_shows_later(string fails)
    {
        await using var world = await LinkedAsync();
        var users = (FakeCounted)world.Users.Delta!;
        users.CountFailure = fails == "an answer of 500"
            ? new RemoteException("Beta", RemoteFailure.ServerError, "500.", "Nothing; it is tried again.")
            : new FormatException("12 of 12,5");
        world.Users.Delete("u03");
        world.Users.Edit("u04", "phone", "4");

        var report = await world.CycleAsync(Later);
        Assert.False(report.HasProblems);
        Assert.Equal("4", (string?)world.People["p04"]["phone"]);
        Assert.Empty(world.Users.Calls("list"));

        users.CountFailure = null;
        await world.CycleAsync(Later);
        Assert.Equal("u03", await LostAsync(world));
    }

    [Fact]
    public async Task Whoever_was_forgotten_and_is_still_there_is_counted_in()
    {
        await using var world = await LinkedAsync();
        await world.DecideAsync(new PersonDecision(DecisionKind.Forget)
        {
            System = "Beta", Entity = "Users", Key = "u03",
        });
        await world.CycleAsync(Later);
        await world.CycleAsync(Later);

        await world.CycleAsync(Later);

        Assert.Empty(world.Users.Calls("list"));
        Assert.Equal(["8"], world.Users.Calls("count").Select(call => call.Key));
        world.Users.Delete("u03");
        await world.CycleAsync(Later);
        Assert.NotEmpty(world.Users.Calls("list"));
    }

    [Fact]
    public async Task While_a_page_of_changes_fails_nothing_is_counted()
    {
        await using var world = await LinkedAsync();
        world.Users.Delete("u03");
        world.Users.NextPageToFail = 1;

        Assert.True((await world.CycleAsync(Later)).HasProblems);

        Assert.Empty(world.Users.Calls("count"));
        Assert.DoesNotContain(await world.LinksAsync(), link => link.State == LinkState.Tombstone);
    }

    private static async Task<string> LostAsync(World world) =>
        Assert.Single(await world.LinksAsync(), link => link.State == LinkState.Tombstone).RightKey;

    private static async Task<World> LinkedAsync(Action<World>? prepare = null)
    {
        var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.Users.PageSize = 3;
        world.Users.Delta = new FakeCounted(world.Users);
        prepare?.Invoke(world);
        await world.LinkPeopleAsync(8);
        return world;
    }
}
