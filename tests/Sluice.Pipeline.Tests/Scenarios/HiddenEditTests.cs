namespace Sluice.Pipeline.Tests;

/// <summary>Edits that a listing shows and the read after it does not.</summary>
public sealed class HiddenEditTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F54_An_edit_that_was_listed_and_is_read_as_it_was_before_is_carried_when_it_shows(bool delta)
    {
        await using var world = await LinkedAsync();
        if (delta)
            world.Users.Delta = new(world.Users);
        await world.CycleAsync();
        world.Users.ReadLag = Second * 5;
        world.Users.Edit("u01", "phone", "1");

        await world.CycleAsync(Second);
        Assert.Contains(
            "listed with phone = '1' and read as '0'", Assert.Single(await world.OpenAsync()).Reason,
            StringComparison.Ordinal);
        for (var i = 0; i < 8; i++)
            await world.CycleAsync(Second);

        Assert.Equal("1", (string?)world.People["p01"]["phone"]);
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_A_listed_edit_is_not_forgotten_because_another_pairing_wrote_meanwhile()
    {
        await using var world = await World.CreateAsync();
        world.With(Of(world, "acme-people/beta-users", "name"));
        world.With(Of(world, "acme-people/beta-users-phones", "phone"));
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        await world.CycleAsync(Second * 40);
        world.People.Edit("p01", "name", "Countess");
        world.Users.Edit("u01", "phone", "1");
        world.Users.ReadLag = Second * 5;
        for (var i = 0; i < 12; i++)
            await world.CycleAsync(Second);

        Assert.Equal("1", (string?)world.People["p01"]["phone"]);
        Assert.Equal("Countess", (string?)world.Users["u01"]["name"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_A_listed_edit_that_is_not_read_yet_is_not_written_over_by_the_other_side_s_edit()
    {
        await using var world = await LinkedAsync();
        await world.CycleAsync(Second * 40);
        world.People.ReadLag = Second * 5;
        world.People.Edit("p01", "phone", "1");
        world.Users.Edit("u01", "phone", "2");

        await world.CycleAsync(Second);
        Assert.Empty(world.Writes);
        Assert.Contains(
            "listed with phone = '1' and read as '0'", Assert.Single(await world.OpenAsync()).Reason,
            StringComparison.Ordinal);
        for (var i = 0; i < 12; i++)
            await world.CycleAsync(Second);

        Assert.Equal("1", (string?)world.People["p01"]["phone"]);
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData("p01", false)]
    [InlineData("p01", true)]
    [InlineData("u01", false)]
    [InlineData("u01", true)]
    public async Task F54_An_edit_that_is_listed_where_a_lost_create_is_found_is_carried_when_it_is_read(
        string edited, bool earlier)
    {
        await using var world = await LostAsync();
        var (side, other) = edited == "p01" ? (world.People, world.Users) : (world.Users, world.People);
        if (earlier)
            world.Users.Invisible.Add("u01");
        side.ReadLag = Second * 8;
        side.Edit(edited, "phone", "1");
        await world.CycleAsync(Second);
        if (earlier)
        {
            world.Users.Invisible.Clear();
            await world.CycleAsync(Second);
        }

        Assert.Single(await world.LinksAsync());
        Assert.Contains(
            "listed with phone = '1' and read as ''", Assert.Single(await world.OpenAsync()).Reason,
            StringComparison.Ordinal);
        for (var i = 0; i < 10; i++)
            await world.CycleAsync(Second);

        Assert.Equal("1", (string?)side[edited]["phone"]);
        Assert.Equal("1", (string?)other[other.Keys.Single()]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_An_edit_that_is_listed_where_a_lost_create_is_found_is_not_written_over()
    {
        await using var world = await LostAsync();
        world.People.ReadLag = Second * 5;
        world.People.Edit("p01", "phone", "1");
        world.Users.Edit("u01", "phone", "2");

        await world.CycleAsync(Second);
        Assert.Empty(world.Writes);
        for (var i = 0; i < 10; i++)
            await world.CycleAsync(Second);

        Assert.Equal("1", (string?)world.People["p01"]["phone"]);
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    public async Task F54_What_was_listed_of_two_that_never_agreed_is_not_written_over_by_what_is_read(string? before)
    {
        await using var world = await MetAsync(before);

        await world.CycleAsync(Second);
        Assert.Single(await world.LinksAsync());
        Assert.Empty(world.Writes);
        Assert.Contains(
            await world.OpenAsync(),
            item => item.Reason.Contains($"listed with phone = '1' and read as '{before}'", StringComparison.Ordinal));
        for (var i = 0; i < 10; i++)
            await world.CycleAsync(Second);

        Assert.Equal("1", (string?)world.People["p01"]["phone"]);
        Assert.Equal("2", (string?)world.Users["u01"]["phone"]);
        var asked = Assert.Single(await world.OpenAsync());
        Assert.Equal(OpenKind.Review, asked.Kind);
        Assert.Contains("1", asked.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F54_Two_that_never_agreed_wait_no_longer_for_what_was_listed_than_a_system_takes_to_settle()
    {
        await using var world = await MetAsync(before: null);
        world.People.Hidden.Add("modified");
        world.People.ReadLag = TimeSpan.FromDays(1);
        await world.CycleAsync(TimeSpan.FromDays(1) - (Second * 100));
        Assert.Empty(world.Writes);
        for (var i = 0; i < 8; i++)
            await world.CycleAsync(Second * 5);

        Assert.Equal("2", (string?)world.People["p01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_A_system_that_lists_what_it_does_not_read_is_asked_no_longer_than_it_takes_to_settle()
    {
        await using var world = await LinkedAsync();
        world.Users.Hidden.Add("modified");
        await world.CycleAsync(TimeSpan.FromDays(2));
        world.Users.IndexLag = TimeSpan.FromDays(1);
        world.Users.Edit("u01", "phone", "1");
        world.People.Edit("p01", "name", "Countess");
        await world.CycleAsync(Second);
        Assert.Equal("1", (string?)world.People["p01"]["phone"]);

        await world.CycleAsync(Second);
        Assert.Single(await world.OpenAsync());
        await world.CycleAsync(Second * 40);
        await world.CycleAsync(Second * 10);

        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        Assert.Empty(await world.OpenAsync());
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
    }

    [Fact]
    public async Task F54_A_listing_from_before_our_own_write_shows_no_edit_to_wait_for()
    {
        await using var world = await LinkedAsync();
        await world.CycleAsync(Second * 40);
        world.Users.IndexLag = Second * 8;
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(Second);

        for (var i = 0; i < 10; i++)
        {
            await world.CycleAsync(Second);
            Assert.Empty(await world.OpenAsync());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F48_An_edit_on_the_far_side_of_what_flows_one_way_is_not_waited_for(bool isLate)
    {
        await using var world = await World.CreateAsync();
        world.Pairings.Add(new ValuePairing(
            ValuePairing.Field(Canonical.Text) with { OneWay = Side.Right }, ValueText.Plain, ValueText.Plain));
        world.People.Add("Ada", "ada@x.no", "a");
        world.Users.Add("Ada", "ada@x.no", "a");
        await world.GoLiveAsync();
        await world.CycleAsync();

        world.Users.Edit("u01", ValuePairing.Path, "b");
        if (isLate)
            world.Users.ReadLag = Second * 5;
        else
            world.Users.BeforeNextRead = () => world.Users.Hidden.Add(ValuePairing.Path);
        await world.CycleAsync(Second);

        Assert.Single(world.Users.Calls("read"));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F48_What_both_agreed_on_through_another_mapping_does_not_tell_that_a_hidden_value_is_no_edit()
    {
        await using var world = await LinkedAsync();
        await world.CycleAsync();
        world.Pairings.Clear();
        world.With(new(
            "acme-people/beta-users", world.People.Entity, world.Users.Entity, ["email"], ["email", "name", "phone"],
            leftPaths: ["email", "name", "parent"]));
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.BeforeNextRead = () => world.Users.Hidden.Add("phone");
        await world.CycleAsync();
        Assert.Empty(world.Writes);

        world.Users.Hidden.Clear();
        await world.QuiesceAsync();

        Assert.Equal("0", (string?)world.People["p01"]["parent"]);
        Assert.Empty(await world.OpenAsync());
    }

    private static CardPairing Of(World world, string name, string field) =>
        new(name, world.People.Entity, world.Users.Entity, ["email"], [field]);

    // What was made for Ada is there, and the answer was lost.
    private static async Task<World> LostAsync()
    {
        var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        await world.GoLiveAsync();
        world.People.Add("Ada", "ada@x.no");
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();
        world.Clock.Advance(Second * 20);
        return world;
    }

    // Two who are found to be the same while one of them is read as it was before the edit that its page shows.
    private static async Task<World> MetAsync(string? before)
    {
        var world = await World.CreateAsync();
        world.Copies();
        await world.GoLiveAsync();
        await world.CycleAsync();
        world.People.Add("Ada", "ada@x.no", before);
        world.Users.Add("Ada", "ada@x.no", "2");
        world.Clock.Advance(Second * 120);
        world.People.ReadLag = Second * 5;
        world.People.Edit("p01", "phone", "1");
        return world;
    }

    private static async Task<World> LinkedAsync()
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        return world;
    }
}
