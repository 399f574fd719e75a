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

    [Fact]
    public async Task F06_What_arrived_while_a_third_listed_it_and_nobody_had_a_turn_is_no_edit()
    {
        await using var world = await World.CreateAsync();
        var members = Members(world, "email", "name", "phone");
        var member = members.Add("Ada", "ada@x.no", "0");
        Third(world, "Delta", "Guests", "email").Add("Ada", "ada@x.no", "0");
        world.Copies();
        var person = world.People.Add("Ada", "ada@x.no", "0");
        var user = world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();

        world.People.Edit(person, "phone", "1");
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(80);
        await world.CycleAsync();
        await DecideAsync(world, DecisionKind.Pause);
        await world.CycleAsync();
        members.Edit(member, "phone", "5");
        await world.CycleAsync();
        Assert.Equal("5", (string?)world.Users[user]["phone"]);
        await DecideAsync(world, DecisionKind.Pause, "beta-users/gamma-members");

        await world.CycleAsync(TimeSpan.FromSeconds(80));
        Assert.Equal("1", (string?)world.Users[user]["phone"]);
        await world.CycleAsync(Later);
        await world.CycleAsync(Later);
        await DecideAsync(world, DecisionKind.Resume);
        await world.CycleAsync();
        await DecideAsync(world, DecisionKind.Resume, "beta-users/gamma-members");
        await world.QuiesceAsync();

        foreach (var record in new[] { world.People[person], world.Users[user], members[member] })
            Assert.Equal("5", (string?)record["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(true, "5")]
    [InlineData(false, "1")]
    public async Task F06_What_both_agreed_on_and_a_listing_shows_again_came_before_that_listing(
        bool isLate, string expected)
    {
        await using var world = await World.CreateAsync();
        world.Options.Preferred["acme-people/beta-users"] = "Beta";
        Members(world, "email").Add("Ada", "ada@x.no", "0");
        world.Copies();
        var person = world.People.Add("Ada", "ada@x.no", "0");
        var user = world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();

        // The answer shows what the write may have been made over, and that is sent on; nobody sees that it arrived.
        world.People.Edit(person, "phone", "1");
        world.Users.Answers = (_, answer) => answer["phone"] = "9";
        await world.CycleAsync();
        world.Users.Answers = null;
        world.Users.Edit(user, "phone", "9");
        world.People.Answers = (before, answer) => answer["phone"] = before["phone"]?.DeepClone();
        await world.CycleAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("9", (string?)world.People[person]["phone"]);
        world.People.Answers = null;
        world.People.Edit(person, "phone", "5");
        await DecideAsync(world, DecisionKind.Pause);

        if (!isLate)
            await world.CycleAsync(Later);
        world.Users.Edit(user, "phone", "1");
        await world.CycleAsync(Later);
        await world.CycleAsync(Later);
        await DecideAsync(world, DecisionKind.Resume);
        await world.QuiesceAsync();

        Assert.Equal(expected, (string?)world.People[person]["phone"]);
        Assert.Equal(expected, (string?)world.Users[user]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    private static FakeEntity Members(World world, params string[] fields) => Third(world, "Gamma", "Members", fields);

    private static FakeEntity Third(World world, string system, string entity, params string[] fields)
    {
        var third = new FakeSystem(system, world.Clock, world.Points, world.Calls);
        world.Others.Add(third);
        world.With(new(
            $"beta-users/{system}-{entity}".ToLowerInvariant(), world.Users.Entity, third[entity].Entity, ["email"],
            fields));
        return third[entity];
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

    private static Task<Verdict> DecideAsync(
        World world, DecisionKind kind, string pairing = "acme-people/beta-users") =>
        world.DecideAsync(new PersonDecision(kind) { Pairing = pairing });
}
