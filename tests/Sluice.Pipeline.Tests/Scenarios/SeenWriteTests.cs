namespace Sluice.Pipeline.Tests;

/// <summary>A write that was seen to have arrived is one that was, whichever pairing saw it.</summary>
public sealed class SeenWriteTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task F53_What_another_pairing_saw_of_our_write_tells_who_edited_over_it()
    {
        await using var world = await World.CreateAsync();
        var members = Members(world);
        var (person, user) = await LinkedAsync(world, members);

        // Our write does not show, not when it is sent once more either; and then it does.
        world.Users.Edit(user, "name", "Countess");
        world.People.Normalises = record => record["name"] = "Ada";
        await world.CycleAsync(Minute);
        world.People.Edit(person, "email", "ada@y.no");
        world.Users.BeforeNextWrite = () =>
        {
            world.People.Normalises = null;
            world.People.Edit(person, "name", "Countess");
        };
        await world.CycleAsync(Minute);
        Assert.Equal("Countess", (string?)world.People[person]["name"]);

        world.People.Edit(person, "name", "Ada");
        await world.CycleAsync(Minute);
        await world.QuiesceAsync();

        Assert.Equal(("Ada", "Ada"), ((string?)world.People[person]["name"], (string?)world.Users[user]["name"]));
    }

    [Fact]
    public async Task F53_What_a_pairing_saw_of_our_write_for_whom_it_makes_nobody_tells_who_edited_over_it()
    {
        await using var world = await World.CreateAsync();
        var members = Members(world);
        var (person, user) = await LinkedAsync(world, members);

        await MakesNobodyAsync(world, members, user);

        world.People.Edit(person, "name", "Countess");
        world.Users.Normalises = record => record["name"] = "Ada";
        await world.CycleAsync(Minute);
        world.Users.Normalises = null;
        world.Users.Edit(user, "name", "Countess");
        await world.CycleAsync(new CycleScope { Pairing = "beta/gamma" });

        world.Users.Edit(user, "name", "Ada");
        await world.CycleAsync(Minute);
        await world.QuiesceAsync();

        Assert.Equal(("Ada", "Ada"), ((string?)world.People[person]["name"], (string?)world.Users[user]["name"]));
    }

    [Fact]
    public async Task F53_What_is_known_of_our_write_is_not_stored_again_each_time_that_it_is_seen()
    {
        var stored = new List<string>();
        await using var world = await World.CreateAsync(beforeStore: call =>
        {
            stored.Add(call);
            return Task.CompletedTask;
        });
        var members = Members(world);
        var (person, user) = await LinkedAsync(world, members);
        await MakesNobodyAsync(world, members, user);
        world.People.Edit(person, "name", "Countess");
        await world.CycleAsync(Minute);
        await world.CycleAsync(Minute);
        Assert.NotEmpty(await world.Store.OwnWritesAsync(new(world.Users.Entity, user)));
        stored.Clear();

        await world.CycleAsync(Minute);

        Assert.Contains(nameof(IStore.OwnWritesAsync), stored);
        Assert.DoesNotContain(nameof(IStore.OpenAsync), stored);
        Assert.DoesNotContain(nameof(IStore.MergeAsync), stored);
    }

    [Fact]
    public async Task F53_What_a_read_from_before_an_edit_shows_of_our_write_is_not_put_over_that_edit()
    {
        await using var world = await World.CreateAsync();
        var members = Members(world);
        world.Options.Fields["acme/Beta"] = new() { ["name"] = new() { Prefer = "Beta" } };
        var (person, user) = await LinkedAsync(world, members);
        await MakesNobodyAsync(world, members, user);

        // Our write is late, and arrives over what was edited and carried meanwhile.
        world.People.Edit(person, "name", "Countess");
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(45);
        await world.CycleAsync();
        world.Users.Edit(user, "name", "Lovelace");
        await world.CycleAsync();
        Assert.Equal("Lovelace", (string?)world.People[person]["name"]);
        world.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal("Countess", (string?)world.Users[user]["name"]);

        // The pairing that wrote reads what was typed over it, and the other one a copy of the system that is behind.
        world.Users.BeforeNextRead = () =>
        {
            world.Users.Edit(user, "name", "Byron");
            world.Users.BeforeNextRead = () => world.Users.ReadLag = TimeSpan.FromSeconds(5);
        };
        await world.CycleAsync();
        Assert.Equal(TimeSpan.FromSeconds(5), world.Users.ReadLag);
        Assert.Equal("Byron", (string?)world.People[person]["name"]);
        world.Users.ReadLag = TimeSpan.Zero;

        world.People.Edit(person, "name", "Ada King");
        await world.CycleAsync(Minute);
        await world.QuiesceAsync();

        Assert.Equal(
            ("Ada King", "Ada King"),
            ((string?)world.People[person]["name"], (string?)world.Users[user]["name"]));
    }

    [Fact]
    public async Task F53_A_late_write_that_only_another_pairing_saw_arrive_is_no_edit_over_what_it_took_the_place_of()
    {
        await using var world = await World.CreateAsync();
        var members = Members(world);
        world.Options.Fields["acme/Beta"] = new() { ["name"] = new() { Prefer = "Beta" } };
        var (person, user) = await LinkedAsync(world, members);
        await MakesNobodyAsync(world, members, user);
        world.People.Edit(person, "name", "Countess");
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(45);
        await world.CycleAsync();
        world.Users.Edit(user, "name", "Lovelace");
        await world.CycleAsync();
        world.Clock.Advance(Minute);
        await world.CycleAsync(new CycleScope { Pairing = "beta/gamma" });
        Assert.Equal("Countess", (string?)world.Users[user]["name"]);

        await world.CycleAsync(TimeSpan.FromMinutes(5));
        await world.QuiesceAsync();

        Assert.Equal(
            ("Lovelace", "Lovelace"),
            ((string?)world.People[person]["name"], (string?)world.Users[user]["name"]));
    }

    // What the third was made for in one pairing stays without it in the other.
    private static async Task MakesNobodyAsync(World world, FakeEntity members, string user)
    {
        world.With(new(
            "beta/gamma", world.Users.Entity, members.Entity, ["email"], ["email", "name"], createsRight: true));
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        Assert.Contains(await world.OpenAsync(), item =>
            (item.Pairing, item.Key, item.Cause) == ("beta/gamma", user, OpenCause.Gone));
    }

    private static FakeEntity Members(World world)
    {
        var gamma = new FakeSystem("Gamma", world.Clock, world.Points, world.Calls);
        world.Others.Add(gamma);
        return gamma["Members"];
    }

    // The third has lost its record, so that its pairing looks at the first and merges nothing.
    private static async Task<(string Person, string User)> LinkedAsync(World world, FakeEntity members)
    {
        foreach (var other in new[] { world.Users, members })
            world.With(new(
                $"acme/{other.Entity.System}", world.People.Entity, other.Entity, ["email"], ["email", "name"],
                createsRight: true));
        await world.GoLiveAsync();
        var person = world.People.Add("Ada", "ada@x.no");
        await world.QuiesceAsync();
        members.Delete(members.Keys.Single());
        await world.CycleAsync(Minute);
        return (person, world.Users.Keys.Single());
    }
}
