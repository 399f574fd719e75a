namespace Sluice.Pipeline.Tests;

/// <summary>Late writes that nobody looks at before they could no longer arrive.</summary>
public sealed class LateLookTests
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(true, "9")]
    [InlineData(false, "1")]
    public async Task F06_What_arrived_while_the_host_was_off_is_no_edit_and_what_was_typed_after_it_was_seen_is_one(
        bool isOff, string expected)
    {
        await using var world = await World.CreateAsync();
        var (person, user) = await WrittenLateAsync(world, isOff ? TimeSpan.FromSeconds(80) : TimeSpan.FromDays(1000));
        await world.CycleAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("9", (string?)world.People[person]["phone"]);

        // Only where somebody looked since the write could arrive is what it sent a user's.
        if (!isOff)
        {
            await world.CycleAsync(Later);
            world.Users.Edit(user, "phone", "1");
        }

        await world.CycleAsync(Later);
        await world.QuiesceAsync();

        Assert.Equal(expected, (string?)world.People[person]["phone"]);
        Assert.Equal(expected, (string?)world.Users[user]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(true, "9")]
    [InlineData(false, "1")]
    public async Task F06_What_another_pairing_listed_while_its_own_was_paused_tells_when_it_came(
        bool isLate, string expected)
    {
        await using var world = await World.CreateAsync();
        var members = Members(world, "email");
        members.Add("Ada", "ada@x.no", "0");
        var (person, user) = await WrittenLateAsync(world, isLate ? TimeSpan.FromSeconds(80) : TimeSpan.FromDays(1000));
        await world.CycleAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("9", (string?)world.People[person]["phone"]);
        await DecideAsync(world, DecisionKind.Pause);

        await world.CycleAsync(TimeSpan.FromSeconds(20));
        await world.CycleAsync(TimeSpan.FromSeconds(60));
        await world.CycleAsync(Later);
        if (!isLate)
            world.Users.Edit(user, "phone", "1");
        await world.CycleAsync(Later);
        Assert.Equal("9", (string?)world.People[person]["phone"]);
        await DecideAsync(world, DecisionKind.Resume);
        await world.QuiesceAsync();

        Assert.Equal(expected, (string?)world.People[person]["phone"]);
        Assert.Equal(expected, (string?)world.Users[user]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F06_What_a_paused_pairing_once_sent_is_an_edit_where_somebody_types_it_long_after(bool isLooked)
    {
        await using var world = await World.CreateAsync();
        var members = Members(world, "email", "name", "phone");
        var member = members.Add("Ada", "ada@x.no", "0");
        world.Copies();
        var person = world.People.Add("Ada", "ada@x.no", "0");
        var user = world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();

        // What becomes of a write is not known when its pairing is paused, and the third brings something newer.
        world.People.Edit(person, "phone", "1");
        world.Users.NextCommitIsLate = isLooked ? TimeSpan.FromDays(1000) : TimeSpan.FromSeconds(80);
        await world.CycleAsync();
        await DecideAsync(world, DecisionKind.Pause);
        await world.CycleAsync();
        members.Edit(member, "phone", "5");
        await world.CycleAsync();
        Assert.Equal("5", (string?)world.Users[user]["phone"]);
        Assert.Single(await world.Store.OpenIntentsAsync(null));

        if (isLooked)
        {
            await world.CycleAsync(Later);
            world.Users.Edit(user, "phone", "1");
        }

        await world.CycleAsync(Later);
        var expected = isLooked ? "1" : "5";
        Assert.Equal(expected, (string?)members[member]["phone"]);
        Assert.Equal(expected, (string?)world.Users[user]["phone"]);

        await DecideAsync(world, DecisionKind.Resume);
        await world.QuiesceAsync();
        foreach (var record in new[] { world.People[person], world.Users[user], members[member] })
            Assert.Equal(expected, (string?)record["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    private static FakeEntity Members(World world, params string[] fields)
    {
        var gamma = new FakeSystem("Gamma", world.Clock, world.Points, world.Calls);
        world.Others.Add(gamma);
        var members = gamma["Members"];
        world.With(new("beta-users/gamma-members", world.Users.Entity, members.Entity, ["email"], fields));
        return members;
    }

    // A telephone number is on its way to the user, who edits what it will take the place of.
    private static async Task<(string Person, string User)> WrittenLateAsync(World world, TimeSpan late)
    {
        world.Copies();
        var person = world.People.Add("Ada", "ada@x.no", "0");
        var user = world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();

        world.People.Edit(person, "phone", "1");
        world.Users.NextCommitIsLate = late;
        await world.CycleAsync();
        world.Users.Edit(user, "phone", "9");
        return (person, user);
    }

    private static Task<Verdict> DecideAsync(World world, DecisionKind kind) =>
        world.DecideAsync(new PersonDecision(kind) { Pairing = "acme-people/beta-users" });
}
