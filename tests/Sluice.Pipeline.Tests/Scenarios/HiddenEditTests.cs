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
