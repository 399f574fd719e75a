namespace Sluice.Pipeline.Tests;

public sealed class ScopeTests
{
    private const string Name = "acme-people/beta-users";

    [Fact]
    public async Task A_paused_pairing_takes_no_turn_lists_nothing_and_goes_on_where_it_was_when_resumed()
    {
        await using var world = await LiveAsync();
        await world.DecideAsync(new(DecisionKind.Pause) { Pairing = Name });
        world.People.Edit("p01", "phone", "9");

        var report = await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("identify", call.Kind));
        Assert.Contains("paused", report.Pairings.Single().Skipped, StringComparison.Ordinal);
        Assert.Equal((PairingState.Live, 1), (report.Pairings.Single().State, report.Pairings.Single().Links));
        Assert.True((await world.Store.CountsAsync()).Single().IsPaused);
        Assert.Empty((await world.PlanAsync()).Plan!.Items);

        await world.DecideAsync(new PersonDecision(DecisionKind.Resume));
        await world.CycleAsync();
        Assert.Equal("9", (string?)world.Users["u01"]["phone"]);
        Assert.False((await world.DecideAsync(new(DecisionKind.Pause) { Pairing = "acme/none" })).IsApplied);
    }

    [Fact]
    public async Task Where_one_pairing_is_paused_the_others_run()
    {
        await using var world = await LiveAsync();
        world.With(new("acme-people/beta-staff", world.People.Entity, world.Beta["Staff"].Entity, createsRight: true));
        await world.GoLiveAsync();
        await world.DecideAsync(new(DecisionKind.Pause) { Pairing = Name });
        world.People.Add("Bob", "bob@x.no");

        await world.CycleAsync();

        Assert.Equal((1, 2), (world.Users.Count, world.Beta["Staff"].Count));
    }

    [Fact]
    public async Task A_run_for_one_pairing_leaves_the_others_out()
    {
        await using var world = await LiveAsync();
        world.With(new("acme-people/beta-staff", world.People.Entity, world.Beta["Staff"].Entity, createsRight: true));
        await world.GoLiveAsync();
        world.People.Add("Bob", "bob@x.no");

        var report = await world.CycleAsync(new CycleScope { Pairing = Name });

        Assert.Equal((2, 1), (world.Users.Count, world.Beta["Staff"].Count));
        Assert.Equal(["this run is for another pairing", null], report.Pairings.Select(pairing => pairing.Skipped));
        Assert.DoesNotContain(world.Calls, call => call.Entity == "Staff");
    }

    [Fact]
    public async Task A_run_for_one_record_touches_no_other_and_says_what_it_left_out()
    {
        await using var world = await LiveAsync();
        world.People.Edit("p01", "phone", "9");
        world.People.Add("Bob", "bob@x.no");
        world.People.Add("Cy", "cy@x.no");

        var report = await world.CycleAsync(new CycleScope { Key = "p02" });
        Assert.Equal(["create"], world.Writes.Select(call => call.Kind));
        Assert.Contains("bob@x.no", world.Writes.Single().Body, StringComparison.Ordinal);
        Assert.Equal(2, report.Pairings.Single().LeftOut);

        report = await world.CycleAsync();
        Assert.Equal(["create", "update"], world.Writes.Select(call => call.Kind).Order());
        Assert.Equal(0, report.Pairings.Single().LeftOut);
    }

    [Fact]
    public async Task What_a_run_for_one_record_left_out_counts_once_however_often_its_pairing_joins()
    {
        await using var world = await LiveAsync();
        var staff = world.Beta["Staff"];
        world.With(new("acme-people/beta-staff", world.People.Entity, staff.Entity, ["email"]));
        world.With(new("beta-staff/beta-users", staff.Entity, world.Users.Entity, ["email"]));
        await world.GoLiveAsync();
        world.People.Add("Bob", "bob@x.no");
        staff.Add("Cy", "cy@x.no");
        world.People.Add("Cy", "cy@x.no");

        // The first pairing creates a user for Bob, and the last one looks once more for who is the same.
        staff.Add("Dee", "dee@x.no");
        world.Users.Add("Dee", "dee@x.no");
        var report = await world.CycleAsync(new CycleScope { Key = "p02" });

        Assert.Equal(["create"], world.Writes.Select(call => call.Kind));
        Assert.Equal(1, report.Pairings.Single(pairing => pairing.Name == "beta-staff/beta-users").LeftOut);
        Assert.Equal(1, report.Pairings.Single(pairing => pairing.Name == "acme-people/beta-staff").LeftOut);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_run_writes_no_more_records_than_its_limit_and_the_next_run_does_the_rest(int limit)
    {
        await using var world = await LiveAsync();
        world.People.Edit("p01", "phone", "9");
        for (var i = 0; i < 4; i++)
            world.People.Add($"P{i}", $"p{i}@x.no");

        var report = await world.CycleAsync(new CycleScope { Limit = limit });
        Assert.Equal(limit, world.Writes.Count());
        Assert.Equal(5 - limit, report.Pairings.Single().LeftOut);

        await world.CycleAsync();
        Assert.Equal(5 - limit, world.Writes.Count());
        Assert.Equal(5, world.Users.Count);
    }

    [Fact]
    public async Task An_approved_plan_that_was_carried_out_in_part_goes_on_and_goes_live_when_it_is_done()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        for (var i = 0; i < 3; i++)
            world.People.Add($"P{i}", $"p{i}@x.no");
        await world.ApproveAsync(await world.CycleAsync());

        Assert.Equal(PairingState.Approved, (await world.CycleAsync(new CycleScope { Limit = 2 })).Pairings[0].State);
        Assert.Equal(
            PairingState.Approved, (await world.CycleAsync(new CycleScope { Key = "none" })).Pairings[0].State);
        Assert.Equal(2, world.Users.Count);
        Assert.Equal(PairingState.Live, (await world.CycleAsync()).Pairings[0].State);
        Assert.Equal(3, world.Users.Count);
    }

    [Fact]
    public async Task What_is_open_about_records_that_were_left_out_stays_open()
    {
        await using var world = await LiveAsync();
        world.People.Add(null, "waits@x.no");
        await world.CycleAsync();
        var item = Assert.Single(await world.OpenAsync());

        await world.CycleAsync(new CycleScope { Key = "p01" });

        Assert.Equal(item, Assert.Single(await world.OpenAsync()));
    }

    [Fact]
    public async Task A_plan_of_one_record_is_nothing_to_approve()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.People.Add("Ada", "ada@x.no");
        world.People.Add("Bob", "bob@x.no");

        var report = await world.CycleAsync(new CycleScope { Key = "p01" });

        Assert.Null(report.Plan);
        Assert.Empty(world.Writes);
    }

    private static async Task<World> LiveAsync()
    {
        var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        return world;
    }
}
