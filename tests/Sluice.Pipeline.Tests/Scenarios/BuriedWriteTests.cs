namespace Sluice.Pipeline.Tests;

/// <summary>Writes whose outcome is not known when the link that they were sent for loses a side.</summary>
public sealed class BuriedWriteTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(DeletePolicy.Ask)]
    [InlineData(DeletePolicy.Ignore)]
    [InlineData(DeletePolicy.Unlink)]
    [InlineData(DeletePolicy.Propagate)]
    public async Task F06_F17_What_stands_where_such_a_write_never_arrived_is_no_edit_over_it(DeletePolicy policy)
    {
        await using var world = await World.CreateAsync();
        var (person, user, member) = await ChainAsync(world, policy);
        world.Users.RefusesDeletes = "It is needed.";
        world.People.Edit(person, "phone", "1");
        world.Users.NextCommitIsLate = TimeSpan.FromDays(1000);
        await world.CycleAsync();
        world.People.Delete(person);
        await world.CycleAsync(Bound);
        await world.CycleAsync(Bound);
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        Assert.Equal("0", (string?)world.Users[user]["phone"]);

        Members(world).Edit(member, "phone", "5");
        await world.QuiesceAsync();

        Assert.Equal(
            ("5", "5"), ((string?)world.Users[user]["phone"], (string?)Members(world)[member]["phone"]));
    }

    [Fact]
    public async Task F06_F17_Where_it_arrived_it_is_a_copy_and_what_is_typed_over_it_an_edit()
    {
        await using var world = await World.CreateAsync();
        var (person, user, member) = await ChainAsync(world, DeletePolicy.Ask);
        world.People.Edit(person, "phone", "1");
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();
        world.People.Delete(person);
        await world.CycleAsync();
        await world.CycleAsync();
        Assert.Empty(await world.Store.OpenIntentsAsync(null));

        Members(world).Edit(member, "phone", "5");
        await world.QuiesceAsync();
        Assert.Equal("5", (string?)world.Users[user]["phone"]);

        world.Users.Edit(user, "phone", "0");
        await world.QuiesceAsync();
        Assert.Equal("0", (string?)Members(world)[member]["phone"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F06_F17_What_a_record_that_comes_back_shows_of_it_is_ours_and_what_stood_there_no_edit(
        bool arrived)
    {
        await using var world = await World.CreateAsync();
        var (person, user, member) = await ChainAsync(world, DeletePolicy.Ask);
        world.Options.Fields["acme-people/beta-users"] = new() { ["phone"] = new() { Prefer = "Beta" } };
        world.People.Edit(person, "phone", "1");
        world.Users.NextAnswerIsLost = arrived;
        world.Users.NextCommitIsLate = arrived ? null : TimeSpan.FromDays(1000);
        await world.CycleAsync();

        // Nobody sees the user before it is gone.
        world.Users.Invisible.Add(user);
        await world.CycleAsync();
        await world.CycleAsync();
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        world.People.Edit(person, "phone", "2");
        world.Users.Invisible.Clear();
        await world.QuiesceAsync();

        Assert.Equal(
            ("2", "2", "2"),
            ((string?)world.People[person]["phone"], (string?)world.Users[user]["phone"],
                (string?)Members(world)[member]["phone"]));
    }

    private static FakeEntity Members(World world) => world.Others[0]["Members"];

    // A person, a user of theirs, and a member of theirs, which the user's system wins over.
    private static async Task<(string Person, string User, string Member)> ChainAsync(
        World world, DeletePolicy policy)
    {
        world.Copies();
        world.Options.Deletes.Set("acme-people/beta-users", policy);
        world.Others.Add(new("Gamma", world.Clock, world.Points, world.Calls));
        world.With(new(
            "beta-users/gamma-members", world.Users.Entity, Members(world).Entity, ["email"],
            ["email", "name", "phone"]));
        world.Options.Fields["beta-users/gamma-members"] = new() { ["phone"] = new() { Prefer = "Beta" } };
        var (person, user, member) = (
            world.People.Add("Ada", "ada@x.no", "0"), world.Users.Add("Ada", "ada@x.no", "0"),
            Members(world).Add("Ada", "ada@x.no", "0"));
        await world.GoLiveAsync();
        await world.CycleAsync(Bound);
        return (person, user, member);
    }
}
