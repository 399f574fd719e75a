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

        // What the third was made for in one pairing stays without it in the other.
        world.With(new(
            "beta/gamma", world.Users.Entity, members.Entity, ["email"], ["email", "name"], createsRight: true));
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        Assert.Contains(await world.OpenAsync(), item =>
            (item.Pairing, item.Key, item.Cause) == ("beta/gamma", user, OpenCause.Gone));

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
