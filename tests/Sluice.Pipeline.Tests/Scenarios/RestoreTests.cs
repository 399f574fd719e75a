namespace Sluice.Pipeline.Tests;

/// <summary>F43: a store that is older than what was done with it.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-restore-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "store.db");

    private string Backup => System.IO.Path.Combine(_folder, "backup.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F43_A_store_restored_from_two_hours_ago_creates_nothing_twice(bool matches)
    {
        await using var world = await World.CreateAsync(Path);
        _ = matches ? world.Copies(createsRight: true) : world.Mirrors();
        for (var i = 0; i < 5; i++)
            world.People.Add($"Early {i}", $"early{i}@x.no");
        await world.GoLiveAsync();
        await BackUpAsync(world);

        for (var i = 0; i < 12; i++)
        {
            world.People.Add($"Late {i}", $"late{i}@x.no");
            await world.CycleAsync(TimeSpan.FromMinutes(10));
        }

        await RestoreAsync(world);
        var restored = await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Equal(PairingState.Observing, restored.Pairings.Single().State);
        Assert.NotNull(restored.Pairings.Single().Restoration);
        Assert.Equal(12, restored.Plan!.Items.Count(item => item.Kind == PlanKind.Link));
        Assert.DoesNotContain(restored.Plan.Items, item => item.Kind == PlanKind.Create);

        await world.ApproveAsync(restored);
        await world.QuiesceAsync();

        Assert.Equal(17, world.Users.Count);
        Assert.Equal(
            world.People.Keys.Select(key => (string?)world.People[key]["name"]).Order(),
            (await world.LinksAsync()).Select(link => (string?)world.Users[link.RightKey]["name"]).Order());
        Assert.All(await world.LinksAsync(), link =>
            Assert.Equal((string?)world.People[link.LeftKey]["name"], (string?)world.Users[link.RightKey]["name"]));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F43_A_store_that_was_deleted_creates_nothing_twice()
    {
        await using var world = await World.CreateAsync(Path);
        world.Mirrors();
        for (var i = 0; i < 5; i++)
            world.People.Add($"Person {i}", $"p{i}@x.no");
        await world.GoLiveAsync();

        await world.ReplaceAsync(Path, () => File.Delete(Path));
        await world.QuiesceAsync();

        Assert.Equal(5, world.Users.Count);
        Assert.Equal(5, (await world.LinksAsync()).Count);
    }

    [Fact]
    public async Task F43_What_cannot_be_told_apart_is_for_a_person_and_stays_so()
    {
        await using var world = await World.CreateAsync(Path);
        world.Mirrors();
        await world.GoLiveAsync();
        await BackUpAsync(world);
        var twins = new[] { world.People.Add("Twin", "twin@x.no"), world.People.Add("Twin", "twin@x.no") };
        await world.CycleAsync();

        await RestoreAsync(world);
        await world.QuiesceAsync();
        world.People.Edit(twins[0], "phone", "12345678");
        await world.QuiesceAsync();

        Assert.Equal(2, world.Users.Count);
        Assert.Empty(await world.LinksAsync());
        Assert.Equal(
            [(OpenKind.Review, twins[0]), (OpenKind.Review, twins[1])],
            (await world.OpenAsync()).Select(item => (item.Kind, item.Key)));
        Assert.All(await world.OpenAsync(), item =>
            Assert.Contains("may have been created for it", item.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task F43_What_a_person_says_of_one_twin_settles_the_other()
    {
        await using var world = await World.CreateAsync(Path);
        world.Mirrors();
        await world.GoLiveAsync();
        await BackUpAsync(world);
        var twins = new[] { world.People.Add("Twin"), world.People.Add("Twin") };
        await world.CycleAsync();
        await RestoreAsync(world);
        await world.QuiesceAsync();

        var made = world.Users.Keys.ToList();
        await world.Store.LinkAsync(new(
            new(0, "acme-people/beta-users", twins[0], made[1], LinkState.Live, LinkOrigin.Person)
            {
                Left = new(world.People.Entity, twins[0]),
                Right = new(world.Users.Entity, made[1]),
            }, [], Dirty: false, world.Clock.GetUtcNow()));
        await world.QuiesceAsync();

        Assert.Equal(
            [(twins[0], made[1]), (twins[1], made[0])],
            (await world.LinksAsync()).Select(link => (link.LeftKey, link.RightKey)).Order());
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F43_A_record_that_was_told_apart_is_not_what_was_created()
    {
        await using var world = await World.CreateAsync(Path);
        world.Mirrors();
        await world.GoLiveAsync();
        await BackUpAsync(world);
        var ada = world.People.Add("Ada");
        await world.CycleAsync();
        await RestoreAsync(world);
        await world.CycleAsync();

        var other = world.Users.Keys.Single();
        await world.Store.LinkAsync(new(
            new(0, "acme-people/beta-users", ada, other, LinkState.Negative, LinkOrigin.Person)
            {
                Left = new(world.People.Entity, ada),
                Right = new(world.Users.Entity, other),
            }, [], Dirty: false, world.Clock.GetUtcNow()));
        Assert.Contains(
            "told apart", Assert.Single((await world.CycleAsync()).Plan!.Items).Text, StringComparison.Ordinal);
        await world.DecideAsync(DecisionKind.Again, Side.Left, ada);
        var plan = await world.CycleAsync();
        Assert.Contains(
            "nothing in Beta Users is like it", Assert.Single(plan.Plan!.Items).Text, StringComparison.Ordinal);
        await world.QuiesceAsync();

        Assert.Equal(2, world.Users.Count);
    }

    [Fact]
    public async Task F43_What_was_edited_since_it_was_created_is_for_a_person()
    {
        await using var world = await World.CreateAsync(Path);
        world.Mirrors();
        await world.GoLiveAsync();
        await BackUpAsync(world);
        var ada = world.People.Add("Ada", "ada@x.no");
        await world.CycleAsync();
        world.People.Edit(ada, "name", "Ada Lovelace");

        await RestoreAsync(world);
        await world.QuiesceAsync();

        Assert.Single(world.Users.Keys);
        var open = Assert.Single(await world.OpenAsync());
        Assert.Equal(OpenKind.Review, open.Kind);
        Assert.Contains("an e-mail address or the names are the same", open.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F43_What_was_created_is_not_sent_back_to_where_it_came_from()
    {
        await using var world = await World.CreateAsync(Path);
        world.With(new(
            "acme-people/beta-users", world.People.Entity, world.Users.Entity, fields: ["name"], createsLeft: true,
            createsRight: true));
        await world.GoLiveAsync();
        await BackUpAsync(world);
        world.People.Add("From the left", "left@x.no");
        world.Users.Add("From the right", "right@x.no");
        world.People.Add("Twin");
        world.Users.Add("Twin");
        await world.CycleAsync();
        Assert.Equal((4, 4), (world.People.Count, world.Users.Count));

        await RestoreAsync(world);
        await world.QuiesceAsync();

        Assert.Equal((4, 4), (world.People.Count, world.Users.Count));
        Assert.Equal(2, (await world.LinksAsync()).Count);
        Assert.Equal(4, (await world.OpenAsync()).Count);
    }

    [Fact]
    public async Task F43_Two_pairings_do_not_take_one_record_for_what_each_created()
    {
        await using var world = await World.CreateAsync(Path);
        var teams = world.Acme["Teams"];
        world.With(new("acme-people/beta-users", world.People.Entity, world.Users.Entity, createsRight: true));
        world.With(new("acme-teams/beta-users", teams.Entity, world.Users.Entity, createsRight: true));
        await world.GoLiveAsync();
        await BackUpAsync(world);
        world.People.Add("North");
        await world.CycleAsync();

        await RestoreAsync(world);
        teams.Add("North");
        await world.QuiesceAsync();

        Assert.Single(world.Users.Keys);
        Assert.Equal(2, (await world.OpenAsync()).Count(item => item.Kind == OpenKind.Review));
    }

    [Fact]
    public async Task F43_Both_views_of_a_record_find_what_was_created_for_it()
    {
        await using var world = await World.CreateAsync(Path);
        var members = world.Acme.View("Members", "People");
        world.With(new("acme-members/beta-users", members.Entity, world.Users.Entity, createsRight: true));
        world.With(new("acme-people/beta-users", world.People.Entity, world.Users.Entity, createsRight: true));
        await world.GoLiveAsync();
        await BackUpAsync(world);
        world.People.Add("Ada");
        await world.CycleAsync();

        await RestoreAsync(world);
        await world.QuiesceAsync();

        Assert.Single(world.Users.Keys);
        Assert.Single(await world.LinksAsync("acme-members/beta-users"));
        Assert.Single(await world.LinksAsync("acme-people/beta-users"));
    }

    [Fact]
    public async Task F43_What_both_sides_agree_on_now_costs_no_write()
    {
        await using var world = await World.CreateAsync(Path);
        world.Copies();
        var (person, user) = Linked(world);
        await world.GoLiveAsync();
        await BackUpAsync(world);
        world.People.Edit(person, "name", "Ada L.");
        await world.CycleAsync();
        Assert.Equal("Ada L.", (string?)world.Users[user]["name"]);

        await RestoreAsync(world);
        await world.ApproveAsync(await world.CycleAsync());
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        world.Users.Edit(user, "name", "Ada Lovelace");
        await world.QuiesceAsync();

        Assert.Equal("Ada Lovelace", (string?)world.People[person]["name"]);
    }

    [Theory]
    [InlineData(ConflictKind.Latest)]
    [InlineData(ConflictKind.Prefer)]
    public async Task F43_Where_both_differ_from_the_base_of_a_backup_nobody_wins(ConflictKind kind)
    {
        await using var world = await World.CreateAsync(Path);
        world.Options.Conflict = kind;
        world.Copies();
        var (person, user) = Linked(world);
        await world.GoLiveAsync();
        await BackUpAsync(world);
        world.People.Edit(person, "name", "Ada L.");
        await world.CycleAsync();
        world.Users.Edit(user, "name", "Ada Lovelace");

        await RestoreAsync(world);
        await world.QuiesceAsync();
        world.People.Edit(person, "phone", "12345678");
        await world.QuiesceAsync();

        Assert.Equal(
            ("Ada L.", "Ada Lovelace", "12345678"),
            ((string?)world.People[person]["name"], (string?)world.Users[user]["name"],
                (string?)world.Users[user]["phone"]));
        Assert.Equal(OpenKind.Review, Assert.Single(await world.OpenAsync()).Kind);

        world.People.Edit(person, "name", "Ada Lovelace");
        await world.QuiesceAsync();
        Assert.Empty(await world.OpenAsync());
        Assert.False(Assert.Single(await world.LinksAsync()).IsRestored);
    }

    [Fact]
    public async Task F43_What_is_new_after_the_recovery_is_created_as_ever()
    {
        await using var world = await World.CreateAsync(Path);
        var pairing = world.Mirrors();
        await world.GoLiveAsync();
        await BackUpAsync(world);
        var hidden = world.People.Add("Hidden");
        await world.CycleAsync();

        await RestoreAsync(world);
        pairing.LeftScope = card => card.Id != hidden;
        await world.QuiesceAsync();
        world.People.Add("New");
        await world.CycleAsync();
        Assert.Equal("create", Assert.Single(world.Writes).Kind);

        // What was there all the time is looked for whenever it comes back.
        pairing.LeftScope = _ => true;
        world.People.Edit(hidden, "phone", "1");
        await world.QuiesceAsync();
        Assert.Equal(2, world.Users.Count);
    }

    [Fact]
    public async Task F43_A_plan_that_was_approved_before_the_backup_was_put_back_is_not_carried_out()
    {
        await using var world = await World.CreateAsync(Path);
        world.Mirrors();
        world.People.Add("Ada");
        var plan = await world.CycleAsync();
        await world.ApproveAsync(plan);
        await BackUpAsync(world);
        await world.CycleAsync();
        Assert.Single(world.Writes);

        await RestoreAsync(world);
        await world.CycleAsync();
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Null(await world.Store.FindPlanAsync(plan.Plan!.Hash));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F43_What_is_looked_at_before_somebody_says_so_is_searched_all_the_same(bool isNoticed)
    {
        await using var world = await World.CreateAsync(Path);
        world.Mirrors();
        world.People.Add("Early");
        await world.GoLiveAsync();
        await BackUpAsync(world);
        world.People.Add("Late");
        await world.CycleAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(2, world.Users.Count);

        if (isNoticed)
            await RestoreAsync(world);
        else
            await world.ReplaceAsync(Path, () =>
            {
                File.Delete(Path + ".lock");
                File.Copy(Backup, Path, overwrite: true);
            });
        _ = isNoticed ? await world.CycleAsync() : await world.PlanAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.SayRestoredAsync();
        var restored = await world.CycleAsync();

        Assert.Equal(PlanKind.Link, Assert.Single(restored.Plan!.Items).Kind);
        await world.QuiesceAsync();
        Assert.Equal(2, world.Users.Count);
    }

    [Fact]
    public async Task F43_A_pairing_that_a_first_confined_run_left_out_looks_for_what_it_created()
    {
        const string other = "acme-teams/beta-groups";
        await using var world = await World.CreateAsync(Path);
        var (teams, groups) = (world.Acme["Teams"], world.Beta["Groups"]);
        world.Mirrors();
        world.With(new(other, teams.Entity, groups.Entity, createsRight: true));
        teams.Add("North");
        await world.GoLiveAsync();
        Assert.Equal(1, groups.Count);

        await world.ReplaceAsync(Path, () => File.Delete(Path));
        await world.CycleAsync(new CycleScope { Pairing = "acme-people/beta-users" });
        await world.QuiesceAsync();

        Assert.Equal(1, groups.Count);
        Assert.Single(await world.LinksAsync(other));
    }

    private static (string Person, string User) Linked(World world) =>
        (world.People.Add("Ada", "ada@x.no"), world.Users.Add("Ada", "ada@x.no"));

    private async Task BackUpAsync(World world) =>
        await world.ReplaceAsync(Path, () => File.Copy(Path, Backup));

    private async Task RestoreAsync(World world) =>
        await world.ReplaceAsync(Path, () => File.Copy(Backup, Path, overwrite: true));
}
