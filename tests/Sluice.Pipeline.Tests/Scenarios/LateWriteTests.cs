namespace Sluice.Pipeline.Tests;

/// <summary>Updates that timed out, and arrive late over what was edited meanwhile or not at all.</summary>
public sealed class LateWriteTests
{
    [Theory]
    [InlineData(40, "2")]
    [InlineData(10, "1")]
    public async Task F02_An_update_twenty_seconds_late_undoes_no_edit_where_the_bound_is_longer(
        int boundSeconds, string phone)
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.Options.LateCommitBound = TimeSpan.FromSeconds(boundSeconds);
        world.Users.IndexLag = world.People.IndexLag = TimeSpan.FromSeconds(8);
        var person = world.People.Add("Ada", "ada@x.no", "0");
        var user = world.Users.Add("Ada", "ada@x.no", "0");
        await world.CycleAsync(TimeSpan.FromMinutes(1));
        await world.GoLiveAsync();
        await world.CycleAsync(TimeSpan.FromMinutes(1));

        world.People.Edit(person, "phone", "1");
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(20);
        await world.CycleAsync(TimeSpan.FromSeconds(12));
        world.People.Edit(person, "phone", "2");
        for (var i = 0; i < 40; i++)
            await world.CycleAsync(TimeSpan.FromSeconds(4));

        Assert.Equal(phone, (string?)world.Users[user]["phone"]);
        Assert.Equal(phone, (string?)world.People[person]["phone"]);
    }

    [Fact]
    public async Task F06_What_is_typed_over_our_first_write_before_it_was_seen_is_an_edit()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        var person = world.People.Add("Ada", "ada@x.no", "1");
        var user = world.Users.Add("Ada", "ada@x.no");
        world.Users.Answers = (_, answer) => answer["phone"] = null;
        await world.ApproveAsync(await world.CycleAsync());
        await world.CycleAsync(TimeSpan.FromSeconds(1));
        Assert.Contains("still shows ''", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);

        world.Users.Answers = null;
        world.Users.Edit(user, "phone", "2");
        await world.QuiesceAsync();

        Assert.Equal("2", (string?)world.People[person]["phone"]);
        Assert.Equal("2", (string?)world.Users[user]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F06_Our_own_late_write_is_not_taken_for_an_edit()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        var person = world.People.Add("Ada", "ada@x.no");
        var user = world.Users.Add("Ada", "ada@x.no");
        await world.GoLiveAsync();

        world.People.Edit(person, "phone", "1");
        world.Users.Answers = (_, _) => throw new CrashException("after the commit");
        await world.CycleAsync();
        Assert.Equal("1", (string?)world.Users[user]["phone"]);

        world.Users.Answers = null;
        world.Restart();
        world.People.Edit(person, "phone", "2");
        await world.QuiesceAsync();

        Assert.Equal("2", (string?)world.Users[user]["phone"]);
        Assert.Equal("2", (string?)world.People[person]["phone"]);
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task F06_Our_own_late_write_that_arrives_over_an_edit_is_not_taken_for_another()
    {
        await using var world = await World.CreateAsync();
        var (person, user) = await WrittenLateAsync(world);
        world.Users.Edit(user, "phone", "9");
        await world.CycleAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("9", (string?)world.People[person]["phone"]);

        await world.CycleAsync(TimeSpan.FromSeconds(60));
        await world.QuiesceAsync();
        Assert.Equal("9", (string?)world.People[person]["phone"]);
        Assert.Equal("9", (string?)world.Users[user]["phone"]);
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task F06_What_is_typed_where_a_late_write_came_from_is_newer_than_that_write()
    {
        await using var world = await World.CreateAsync();
        var (person, user) = await WrittenLateAsync(world);

        // Both are edited, and the record that loses does not show so.
        world.Users.Edit(user, "phone", "9");
        world.People.Edit(person, "phone", null);
        world.People.Answers = (before, answer) => answer["phone"] = before["phone"]?.DeepClone();
        await world.CycleAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("9", (string?)world.People[person]["phone"]);

        // The late write takes the place of what won, and the other user insists.
        world.People.Answers = null;
        world.People.Edit(person, "phone", null);
        await world.CycleAsync(TimeSpan.FromSeconds(60));
        await world.QuiesceAsync();
        Assert.Null((string?)world.People[person]["phone"]);
        Assert.Null((string?)world.Users[user]["phone"]);
    }

    [Fact]
    public async Task F06_What_a_lost_create_put_into_a_field_is_no_edit_when_it_shows_at_last()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.Options.Fields["acme-people/beta-users"] = new() { ["name"] = new() { Prefer = "Beta" } };
        await world.GoLiveAsync();
        var person = world.People.Add("Ada", "ada@x.no", "0");
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(15);
        await world.CycleAsync();
        world.People.Edit(person, "name", "Countess");
        await world.CycleAsync();

        // Our account may not see names for a while, and what is written then does not show at once either.
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, world.Users.Count);
        var user = world.Users.Keys.Single();
        world.Users[user]["name"] = null;
        world.Users.Answers = (_, answer) => answer["name"] = "Ada";
        await world.CycleAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("Countess", (string?)world.Users[user]["name"]);
        world.Users.Answers = null;
        world.Users[user]["name"] = "Ada";
        await world.CycleAsync();
        await world.QuiesceAsync();

        Assert.Equal("Countess", (string?)world.People[person]["name"]);
        Assert.Equal("Countess", (string?)world.Users[user]["name"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(20, true)]
    [InlineData(300, false)]
    [InlineData(300, true)]
    public async Task F06_What_was_overwritten_as_it_was_sent_on_makes_no_edit_of_what_took_its_place(
        int seconds, bool isUnseen)
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.Options.Fields["acme-people/beta-users"] = new() { ["phone"] = new() { Prefer = "Beta" } };
        var person = world.People.Add("Ada", "ada@x.no", "0");
        var user = world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();

        // The answer shows what our write takes the place of, and the write that sends that on is never done.
        world.People.Edit(person, "phone", "1");
        world.Users.Answers = (_, answer) => answer["phone"] = "9";
        await world.CycleAsync();
        world.Users.Answers = null;
        world.Users[user]["phone"] = "9";
        world.People.NextCommitIsLate = TimeSpan.FromDays(1);
        await world.CycleAsync();
        world.Users[user]["phone"] = "1";

        // Somebody edits the other side, before or after anybody looks at what took its place.
        if (isUnseen)
            world.People.Edit(person, "phone", "5");
        await world.CycleAsync(TimeSpan.FromSeconds(seconds));
        if (!isUnseen)
            world.People.Edit(person, "phone", "5");
        await world.QuiesceAsync();
        Assert.Equal("5", (string?)world.Users[user]["phone"]);
        Assert.Equal("5", (string?)world.People[person]["phone"]);
    }

    [Theory]
    [InlineData(false, "9")]
    [InlineData(true, "5")]
    public async Task F06_What_arrived_late_over_what_was_sent_on_is_a_copy_also_where_the_answer_to_it_is_refused_once(
        bool isEdited, string expected)
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.Options.Fields["acme-people/beta-users"] = new() { ["phone"] = new() { Prefer = "Beta" } };
        var person = world.People.Add("Ada", "ada@x.no", "0");
        var user = world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();

        // The answer shows what our write takes the place of; the write that sends that on arrives, and its answer is
        // lost.
        world.People.Edit(person, "phone", "1");
        world.Users.Answers = (_, answer) => answer["phone"] = "9";
        await world.CycleAsync();
        world.Users.Answers = null;
        world.Users[user]["phone"] = "9";
        world.People.NextAnswerIsLost = true;
        await world.CycleAsync();
        Assert.Equal("9", (string?)world.People[person]["phone"]);
        world.Users[user]["phone"] = "1";

        // Both are seen in one look, and the write that follows does not come through.
        world.Users.NextIsNotDone = true;
        await world.CycleAsync(TimeSpan.FromSeconds(70));
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        if (isEdited)
            world.People.Edit(person, "phone", "5");
        await world.QuiesceAsync();

        Assert.Equal(expected, (string?)world.People[person]["phone"]);
        Assert.Equal(expected, (string?)world.Users[user]["phone"]);
    }

    [Fact]
    public async Task F02_An_update_that_arrives_late_does_not_undo_a_later_edit()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        var person = world.People.Add("Ada", "ada@x.no", "0");
        var user = world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();

        world.People.Edit(person, "phone", "1");
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(40);
        await world.CycleAsync();
        world.People.Edit(person, "phone", "2");
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Contains("unknown outcome", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);

        await world.QuiesceAsync();
        Assert.Equal("2", (string?)world.Users[user]["phone"]);
        Assert.Equal("2", (string?)world.People[person]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F06_What_a_late_write_took_the_place_of_is_newer_than_it_where_that_was_being_sent_on()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        var gamma = new FakeSystem("Gamma", world.Clock, world.Points, world.Calls);
        world.Others.Add(gamma);
        var members = gamma["Members"];
        world.With(new(
            "beta-users/gamma-members", world.Users.Entity, members.Entity, ["email"], ["email", "name", "phone"]));
        var (person, user, member) = (
            world.People.Add("Ada", "ada@x.no", "0"), world.Users.Add("Ada", "ada@x.no", "0"),
            members.Add("Ada", "ada@x.no", "0"));
        await world.GoLiveAsync();

        // Our write to the user is on its way when somebody edits what it will take the place of; that is sent on, and
        // the answer is lost.
        world.People.Edit(person, "phone", "1");
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(30);
        members.Edit(member, "name", "Countess");
        members.BeforeNextRead = () => world.Users.Edit(user, "phone", "9");
        members.NextAnswerIsLost = true;
        await world.CycleAsync();
        Assert.Equal("9", (string?)members[member]["phone"]);

        await world.CycleAsync(TimeSpan.FromSeconds(60));
        await world.QuiesceAsync();

        Assert.Equal("9", (string?)world.People[person]["phone"]);
        Assert.Equal("9", (string?)world.Users[user]["phone"]);
        Assert.Equal("9", (string?)members[member]["phone"]);
    }

    [Theory]
    [InlineData("0", "0", false)]
    [InlineData("2", "2", false)]
    [InlineData("0", "0", true)]
    public async Task F06_A_write_of_unknown_outcome_that_shows_after_its_bound_is_not_taken_for_an_edit(
        string typed, string expected, bool isLater)
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.Options.Fields["acme-people/beta-users"] = new() { ["phone"] = new() { Prefer = "Beta" } };
        var person = world.People.Add("Ada", "ada@x.no", "0");
        var user = world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        world.People.Edit(person, "phone", "1");
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();
        Assert.Equal("1", (string?)world.Users[user]["phone"]);

        // The field is left out until nobody waits for the write any more.
        world.Users.Hidden.Add("phone");
        if (!isLater)
            world.People.Edit(person, "phone", typed);
        await world.CycleAsync(TimeSpan.FromMinutes(5));
        if (isLater)
            world.People.Edit(person, "phone", typed);
        world.Users.Edit(user, "name", "Countess");
        await world.CycleAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("Countess", (string?)world.People[person]["name"]);
        Assert.Empty(await world.Store.OpenIntentsAsync(null));

        world.Users.Hidden.Clear();
        await world.QuiesceAsync();

        Assert.Equal(expected, (string?)world.People[person]["phone"]);
        Assert.Equal(expected, (string?)world.Users[user]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F06_Where_such_a_write_never_arrived_what_is_typed_in_its_field_is_carried()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        var person = world.People.Add("Ada", "ada@x.no", "0");
        var user = world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        world.People.Edit(person, "phone", "1");
        world.Users.NextCommitIsLate = TimeSpan.FromDays(1000);
        await world.CycleAsync();
        world.Users.Hidden.Add("phone");
        world.People.Edit(person, "phone", "0");
        await world.CycleAsync(TimeSpan.FromMinutes(5));

        world.Users.Edit(user, "phone", "9");
        world.Users.Hidden.Clear();
        await world.QuiesceAsync();

        Assert.Equal("9", (string?)world.People[person]["phone"]);
        Assert.Equal("9", (string?)world.Users[user]["phone"]);
    }

    // A telephone number is on its way to the user, whose system wins conflicts, and arrives after 80 seconds.
    private static async Task<(string Person, string User)> WrittenLateAsync(World world)
    {
        world.Copies();
        world.Options.Fields["acme-people/beta-users"] = new() { ["phone"] = new() { Prefer = "Beta" } };
        var person = world.People.Add("Ada", "ada@x.no", "0");
        var user = world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();

        world.People.Edit(person, "phone", "1");
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(80);
        await world.CycleAsync();
        return (person, user);
    }
}
