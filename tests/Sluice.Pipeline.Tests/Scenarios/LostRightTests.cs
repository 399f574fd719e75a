namespace Sluice.Pipeline.Tests;

/// <summary>What nearly all records showed and none shows any more stops the pairings that need it.</summary>
public sealed class LostRightTests
{
    private const string Copies = "acme-people/beta-users";
    private const string Names = "acme-people/beta-users-names";

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F48_While_what_is_matched_by_is_hidden_nobody_gets_a_second_record(bool changesOnly)
    {
        await using var world = await LinkedAsync(changesOnly);
        world.Users.Hidden.Add("email");
        world.People.Add("New", "new@x.no");
        world.Users.Add("New", "new@x.no");

        for (var cycle = 0; cycle < 3; cycle++)
        {
            var report = await world.CycleAsync(Later);
            Assert.Empty(world.Writes);
            var stopped = report.Pairings.Single(pairing => pairing.Name == Copies);
            Assert.Contains("Beta Users shows email any more", stopped.Problem, StringComparison.Ordinal);
            Assert.Contains("our account in Beta the right to read email", stopped.Fix, StringComparison.Ordinal);
        }

        world.Users.Hidden.Clear();
        Assert.False((await world.CycleAsync(Later)).HasProblems);
        Assert.Equal((7, 7), (world.Users.Count, (await world.LinksAsync()).Count));
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F48_Pairings_that_do_not_need_it_go_on()
    {
        await using var world = await LinkedAsync(changesOnly: false);
        world.With(new(Names, world.People.Entity, world.Users.Entity, ["name"], ["name"], createsRight: true));
        await world.GoLiveAsync();
        world.Users.Hidden.Add("phone");
        world.People.Edit("p01", "name", "Ada Lovelace");
        world.People.Edit("p02", "phone", "2");

        var report = await world.CycleAsync(Later);

        Assert.Equal([Copies], report.Pairings.Where(one => one.Problem is not null).Select(one => one.Name));
        Assert.Equal("Ada Lovelace", (string?)world.Users["u01"]["name"]);
        Assert.Equal("0", (string?)world.Users["u02"]["phone"]);
        world.Users.Hidden.Clear();
        await world.QuiesceAsync();
        Assert.Equal("2", (string?)world.Users["u02"]["phone"]);
    }

    [Fact]
    public async Task F48_Edits_of_both_sides_made_meanwhile_are_carried_when_it_shows_again()
    {
        await using var world = await LinkedAsync(changesOnly: true);
        world.Users.Hidden.Add("phone");
        world.Users.Edit("u01", "phone", "1");
        world.People.Edit("p02", "phone", "2");
        await world.CycleAsync(Later);
        world.Users.Edit("u03", "name", "Third");
        Assert.True((await world.CycleAsync(Later)).HasProblems);
        Assert.Equal("Name 3", (string?)world.People["p03"]["name"]);
        world.Restart();
        Assert.True((await world.CycleAsync(Later)).HasProblems);

        world.Users.Hidden.Clear();
        await world.QuiesceAsync();

        Assert.Equal(
            ("1", "2", "Third"),
            ((string?)world.People["p01"]["phone"], (string?)world.Users["u02"]["phone"],
                (string?)world.People["p03"]["name"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F48_An_edit_that_was_listed_and_is_hidden_from_the_look_after_it_is_carried_when_it_shows(
        bool changesOnly)
    {
        await using var world = await LinkedAsync(changesOnly);
        world.Users.Edit("u01", "phone", "1");
        world.Users.BeforeNextRead = () => world.Users.Hidden.Add("phone");
        await world.CycleAsync(Later);
        Assert.Contains(
            "listed with phone = '1' and does not show it", Assert.Single(await world.OpenAsync()).Reason,
            StringComparison.Ordinal);
        world.Users.IsHidden = key => key == "u01";
        await world.CycleAsync(Later);
        Assert.Single(await world.OpenAsync());

        world.Users.Hidden.Clear();
        await world.QuiesceAsync();

        Assert.Equal("1", (string?)world.People["p01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F48_An_edit_that_an_earlier_listing_showed_is_not_forgotten_where_it_is_hidden_at_the_first_look()
    {
        await using var world = await LinkedAsync(changesOnly: false);
        world.Users.Edit("u01", "phone", "1");
        await world.CycleAsync(new CycleScope { Key = "p02" });
        world.Users.Hidden.Add("phone");
        world.Users.NextPageToFail = 1;
        await world.CycleAsync(Later);
        Assert.Single(await world.OpenAsync());

        world.Users.Hidden.Clear();
        await world.QuiesceAsync();

        Assert.Equal("1", (string?)world.People["p01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F48_Where_all_of_whom_it_was_hidden_are_gone_the_pairing_goes_on_until_it_is_hidden_of_somebody(
        bool changesOnly)
    {
        await using var world = await LinkedAsync(changesOnly);
        world.Users.Edit("u01", "phone", "1");
        world.People.NextAnswerIsLost = true;
        await world.CycleAsync(Later);
        Assert.Single(await world.Store.OpenIntentsAsync(null));
        world.Users.Hidden.Add("email");
        Assert.True((await world.CycleAsync(Later)).HasProblems);
        foreach (var key in world.Users.Keys.ToList())
            world.Users.Delete(key);

        Assert.False((await world.CycleAsync(Later)).HasProblems);

        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        Assert.All(await world.LinksAsync(), link => Assert.Equal(LinkState.Tombstone, link.State));
        Assert.Empty(world.Writes);
        world.People.Add("New", "new@x.no");
        world.Users.Add("New", "new@x.no");
        Assert.True((await world.CycleAsync(Later)).HasProblems);
        Assert.Empty(world.Writes);

        world.Users.Hidden.Clear();
        await world.QuiesceAsync();
        Assert.Equal((1, 7), (world.Users.Count, (await world.LinksAsync()).Count));
    }

    [Fact]
    public async Task F48_While_whoever_is_left_cannot_be_read_it_stays_lost()
    {
        await using var world = await LinkedAsync(changesOnly: false);
        world.Users.Hidden.Add("email");
        await world.CycleAsync(Later);
        foreach (var key in world.Users.Keys.Skip(1).ToList())
            world.Users.Delete(key);
        world.Users.Broken.UnionWith(world.Users.Keys);

        Assert.True((await world.CycleAsync(Later)).HasProblems);
    }

    [Fact]
    public async Task One_changed_record_that_lacks_a_property_costs_one_look_at_all_and_stops_nothing()
    {
        await using var world = await LinkedAsync(changesOnly: true);
        world.Users.Hidden.Add("phone");
        world.Users.IsHidden = key => key == "u03";
        world.Users.Edit("u03", "name", "Third");

        Assert.False((await world.CycleAsync(Later)).HasProblems);
        Assert.NotEmpty(world.Users.Calls("list"));
        Assert.Equal("Third", (string?)world.People["p03"]["name"]);

        await world.CycleAsync(Later);
        await world.CycleAsync(Later);
        Assert.Empty(world.Users.Calls("list"));
    }

    [Fact]
    public async Task A_property_that_was_emptied_everywhere_is_shown_as_empty_and_stops_nothing()
    {
        await using var world = await LinkedAsync(changesOnly: false);
        foreach (var key in world.Users.Keys.ToList())
            world.Users.Edit(key, "phone", null);

        Assert.False((await world.CycleAsync(Later)).HasProblems);

        await world.QuiesceAsync();
        Assert.All(world.People.Keys, key => Assert.Null((string?)world.People[key]["phone"]));
    }

    [Fact]
    public async Task While_it_is_hidden_and_the_listing_fails_the_pairing_stays_stopped()
    {
        await using var world = await LinkedAsync(changesOnly: false);
        world.Users.Hidden.Add("email");
        await world.CycleAsync(Later);
        world.Users.Hidden.Clear();
        world.Users.NextPageToFail = 2;
        world.People.Edit("p01", "phone", "1");

        var failed = await world.CycleAsync(Later);

        Assert.Contains("shows email any more", failed.Pairings[0].Problem, StringComparison.Ordinal);
        Assert.Empty(world.Writes);
        Assert.False((await world.CycleAsync(Later)).HasProblems);
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
    }

    [Fact]
    public async Task What_only_some_records_show_may_vanish_from_all()
    {
        await using var world = await World.CreateAsync();
        world.Users.Hidden.Add("phone");
        world.Users.IsHidden = key => string.CompareOrdinal(key, "u04") >= 0;
        await LinkAsync(world, changesOnly: false);
        world.Users.IsHidden = _ => true;

        Assert.False((await world.CycleAsync(Later)).HasProblems);
    }

    [Fact]
    public async Task Two_records_prove_nothing()
    {
        await using var world = await World.CreateAsync();
        await LinkAsync(world, changesOnly: false, count: 2);
        world.Users.Hidden.Add("email");

        Assert.False((await world.CycleAsync(Later)).HasProblems);
    }

    private static async Task<World> LinkedAsync(bool changesOnly)
    {
        var world = await World.CreateAsync();
        await LinkAsync(world, changesOnly);
        return world;
    }

    private static async Task LinkAsync(World world, bool changesOnly, int count = 6)
    {
        world.Copies(createsRight: true);
        world.Users.PageSize = 3;
        if (changesOnly)
            world.Users.Delta = new FakeCounted(world.Users);
        await world.LinkPeopleAsync(count);
    }
}
