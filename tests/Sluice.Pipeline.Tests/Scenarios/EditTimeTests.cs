namespace Sluice.Pipeline.Tests;

/// <summary>F60: when a field was edited is known per field, from what was seen of it.</summary>
public sealed class EditTimeTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("Acme", false)]
    [InlineData("Beta", false)]
    [InlineData("Acme", true)]
    public async Task F60_The_stamp_of_a_later_edit_of_another_field_dates_no_earlier_one(string preferred, bool delta)
    {
        await using var world = await LinkedAsync(preferred, delta);

        // 10:00 here, seen at 10:02 and kept from being written; 10:05 there; 10:10 another field here.
        world.Users.NextIsNotDone = true;
        world.People.Edit("p01", "email", "ten@x.no");
        await world.CycleAsync(Minute * 2);
        world.Clock.Advance(Minute * 3);
        world.Users.Edit("u01", "email", "five-past@x.no");
        world.Clock.Advance(Minute * 5);
        world.People.Edit("p01", "phone", "10");
        await world.CycleAsync(Minute * 2);

        Assert.Equal(("five-past@x.no", "five-past@x.no"), Both(world, "email"));
        Assert.Equal(("10", "10"), Both(world, "phone"));
    }

    [Theory]
    [InlineData("Acme", "first@x.no")]
    [InlineData("Beta", "second@x.no")]
    public async Task F60_Edits_between_the_same_two_listings_are_the_preferred_sides(string preferred, string wins)
    {
        await using var world = await LinkedAsync(preferred);
        world.Clock.Advance(Minute);
        world.People.Edit("p01", "email", "first@x.no");
        world.Clock.Advance(Minute);
        world.Users.Edit("u01", "email", "second@x.no");
        await world.CycleAsync(Minute);

        Assert.Equal((wins, wins), Both(world, "email"));
    }

    [Fact]
    public async Task F60_A_value_that_went_away_and_came_back_is_a_new_edit()
    {
        await using var world = await LinkedAsync("Beta");
        world.Users.RightMissing = true;
        await EditAsync(world.People, "p01", "1");
        await EditAsync(world.People, "p01", "0");
        world.Users.RightMissing = false;
        await EditAsync(world.Users, "u01", "2");
        await EditAsync(world.People, "p01", "1");

        Assert.Equal(("1", "1"), Both(world, "phone"));

        async Task EditAsync(FakeEntity entity, string key, string phone)
        {
            entity.Edit(key, "phone", phone);
            world.People.NextIsNotDone = true;
            await world.CycleAsync(Minute * 5);
        }
    }

    [Fact]
    public async Task F60_What_was_edited_while_nobody_saw_the_field_has_no_date()
    {
        await using var world = await LinkedAsync("Beta");
        world.People.Hidden.Add("phone");
        world.People.Edit("p01", "name", "Ada L");
        await world.CycleAsync(Minute * 5);
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(Minute * 5);
        world.Users.Edit("u01", "phone", "2");
        await world.CycleAsync(Minute * 5);
        world.People.Hidden.Clear();
        await world.CycleAsync(Minute * 5);

        Assert.Equal(("2", "2"), Both(world, "phone"));
    }

    [Fact]
    public async Task F60_What_is_known_of_edits_is_gone_when_both_sides_agree()
    {
        await using var world = await LinkedAsync("Acme");
        world.Users.NextIsNotDone = true;
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(Minute);
        var linked = (await world.Store.LinksAsync("acme-people/beta-users", 0, 10)).Single();
        Assert.Equal(
            ("phone", Side.Left, "1"),
            linked.Edits.Select(edit => (edit.Field, edit.Side, $"{edit.Value}")).Single());

        await world.CycleAsync(Minute);
        Assert.Empty((await world.Store.LinksAsync("acme-people/beta-users", 0, 10)).Single().Edits);
    }

    private static async Task<World> LinkedAsync(string preferred, bool delta = false)
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.Options.Preferred["acme-people/beta-users"] = preferred;
        world.Options.ClockSkew = TimeSpan.Zero;
        if (delta)
            (world.People.Delta, world.Users.Delta) = (new(world.People), new(world.Users));
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        await world.CycleAsync(Minute * 5);
        await world.CycleAsync(Minute * 5);
        return world;
    }

    private static (string?, string?) Both(World world, string field) =>
        ((string?)world.People["p01"][field], (string?)world.Users["u01"][field]);
}
