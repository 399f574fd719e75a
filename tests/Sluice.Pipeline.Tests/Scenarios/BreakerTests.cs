namespace Sluice.Pipeline.Tests;

/// <summary>Changes to many records at once wait for a person.</summary>
public sealed class BreakerTests
{
    private const string Pairing = "acme-people/beta-users";

    [Fact]
    public async Task F15_Forty_of_a_hundred_deletes_wait_for_the_approval_of_exactly_these_forty()
    {
        await using var world = await LinkedAsync(100, DeletePolicy.Propagate);
        Delete(world, 0, 40);
        world.People.Edit("p60", "phone", "9");

        var report = await world.CycleAsync();
        Assert.Equal(["update"], world.Writes.Select(call => call.Kind));
        var breaker = report.Pairings[0].Breaker!;
        Assert.True(report.IsBreakerOpen);
        Assert.Equal("40 records at once, with 100 linked: 40 gone from Acme People.", breaker.Reason);
        Assert.Equal(40, (await world.Store.FindPlanAsync(breaker.Plan))!.Operations);
        Assert.Equal(40, (await world.OpenAsync()).Count);
        Assert.All(await world.OpenAsync(), item => Assert.Equal(OpenKind.Waiting, item.Kind));

        // What waits for a person costs no call.
        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));

        await world.Store.RequestApprovalAsync(breaker.Plan, world.Clock.GetUtcNow());
        world.People.Delete("p41");
        await world.CycleAsync();
        Assert.Equal(40, world.Writes.Count(call => call.Kind == "delete"));
        Assert.DoesNotContain(world.Writes, call => call.Key == "u41");
        Assert.Equal(60, world.Users.Count);

        // The 41st is by itself, but nobody has seen it yet.
        for (var i = 0; i < 3; i++)
        {
            report = await world.CycleAsync();
            Assert.Empty(world.Writes);
            Assert.NotEqual(breaker.Plan, report.Pairings[0].Breaker!.Plan);
        }

        Assert.Equal("u41", Assert.Single(await world.OpenAsync()).Key);
        await world.Store.RequestApprovalAsync(report.Pairings[0].Breaker!.Plan, world.Clock.GetUtcNow());
        await world.CycleAsync();
        Assert.Equal("u41", Assert.Single(world.Writes).Key);
        Assert.False((await world.CycleAsync()).IsBreakerOpen);
        Assert.Empty(await world.OpenAsync());

        // Closed again, and few pass as before.
        world.People.Delete("p42");
        await world.CycleAsync();
        Assert.Equal("u42", Assert.Single(world.Writes).Key);
    }

    [Fact]
    public async Task F15_What_is_withheld_and_cannot_be_read_for_a_while_is_still_withheld_after_it()
    {
        await using var world = await LinkedAsync(30, DeletePolicy.Ask);
        for (var i = 1; i <= 12; i++)
            world.People.Edit($"p{i:00}", "phone", null);
        await world.CycleAsync();
        for (var i = 10; i <= 12; i++)
            world.People.Edit($"p{i:00}", "phone", "0");
        var open = (await world.CycleAsync()).Pairings[0].Breaker!;
        Assert.Equal(9, (await world.OpenAsync()).Count);

        world.People.Broken.UnionWith(Enumerable.Range(1, 9).Select(i => $"p{i:00}"));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(open.Plan, (await world.CycleAsync()).Pairings[0].Breaker?.Plan);
            Assert.Equal(18, (await world.OpenAsync()).Count);
        }

        world.People.Broken.Clear();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(open.Plan, (await world.CycleAsync()).Pairings[0].Breaker?.Plan);
            Assert.Empty(world.Writes);
            Assert.Equal(9, (await world.OpenAsync()).Count);
        }

        await world.Store.RequestApprovalAsync(open.Plan, world.Clock.GetUtcNow());
        await world.CycleAsync();
        Assert.Equal(9, world.Writes.Count());
        Assert.False((await world.CycleAsync()).IsBreakerOpen);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F15_A_record_that_cannot_be_read_keeps_no_breaker_open_that_withheld_nothing_of_it()
    {
        await using var world = await LinkedAsync(30, DeletePolicy.Ask);
        for (var i = 1; i <= 12; i++)
            world.People.Edit($"p{i:00}", "phone", null);
        world.People.Edit("p20", "phone", "9");
        world.People.Broken.Add("p20");
        Assert.True((await world.CycleAsync()).IsBreakerOpen);

        for (var i = 1; i <= 12; i++)
            world.People.Edit($"p{i:00}", "phone", "0");

        Assert.False((await world.CycleAsync()).IsBreakerOpen);
    }

    [Theory]
    [InlineData(DeletePolicy.Ask)]
    [InlineData(DeletePolicy.Ignore)]
    [InlineData(DeletePolicy.Unlink)]
    public async Task F15_Links_are_not_ended_in_masses_either(DeletePolicy policy)
    {
        await using var world = await LinkedAsync(30, policy);
        Delete(world, 0, 11);
        var report = await world.CycleAsync();
        Assert.All(await world.LinksAsync(), link => Assert.Equal(LinkState.Live, link.State));

        await world.Store.RequestApprovalAsync(report.Pairings[0].Breaker!.Plan, world.Clock.GetUtcNow());
        await world.CycleAsync();

        Assert.Equal(11, (await world.LinksAsync()).Count(link => link.State != LinkState.Live));
        Assert.Equal(policy == DeletePolicy.Ask ? 11 : 0, (await world.OpenAsync()).Count);
    }

    [Fact]
    public async Task F15_Few_records_and_small_shares_pass_and_each_pairing_has_its_own_threshold()
    {
        await using var world = await LinkedAsync(120, DeletePolicy.Propagate);
        Delete(world, 0, 10);
        await world.CycleAsync();
        Assert.Equal(10, world.Writes.Count());

        // 11 of 110 are no more than 10 %.
        Delete(world, 10, 21);
        await world.CycleAsync();
        Assert.Equal(11, world.Writes.Count());

        world.Options.Breaker.Pairings["ACME-people/beta-users"] = new() { Count = 2, Share = 0 };
        world.Restart();
        Delete(world, 21, 24);
        Assert.True((await world.CycleAsync()).IsBreakerOpen);
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F14_An_empty_listing_that_the_system_stands_by_deletes_nothing_and_heals_by_itself()
    {
        await using var world = await LinkedAsync(30, DeletePolicy.Propagate);
        world.People.ListsNothing = true;
        foreach (var key in world.People.Keys.ToList())
            world.People.Invisible.Add(key);
        world.Users.Add("New", "new@x.no");

        var report = await world.CycleAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(world.Writes);
        Assert.Contains("30 gone from Acme People", report.Pairings[0].Breaker!.Reason, StringComparison.Ordinal);
        await world.CycleAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(world.Writes);

        // Approved or not: what is back by then is not deleted.
        await world.Store.RequestApprovalAsync(report.Pairings[0].Breaker!.Plan, world.Clock.GetUtcNow());
        world.People.ListsNothing = false;
        world.People.Invisible.Clear();
        report = await world.CycleAsync();
        Assert.False(report.IsBreakerOpen);
        Assert.Equal(["create"], world.Writes.Select(call => call.Kind));
        Assert.Empty(await world.OpenAsync());
        Assert.All(await world.LinksAsync(), link => Assert.Equal(LinkState.Live, link.State));

        // And an approval that came too late opens nothing later.
        Delete(world, 0, 20);
        await world.CycleAsync();
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F48_Values_that_vanish_all_at_once_clear_nothing_and_the_field_and_the_right_are_named()
    {
        await using var world = await LinkedAsync(30, DeletePolicy.Ask);
        for (var i = 1; i <= 30; i++)
            world.People[$"p{i:00}"]["email"] = null;
        world.People.Edit("p03", "phone", "3");

        var report = await world.CycleAsync();

        var write = Assert.Single(world.Writes);
        Assert.Equal("""{"phone":"3"}""", write.Body);
        Assert.Equal(
            "30 records at once, with 30 linked: 30 email emptied in Acme People. Look whether our account in Acme may "
                + "still read email.",
            report.Pairings[0].Breaker!.Reason);
        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));

        for (var i = 1; i <= 30; i++)
            world.People[$"p{i:00}"]["email"] = $"n{i}@x.no";
        Assert.False((await world.CycleAsync()).IsBreakerOpen);
        Assert.Empty(world.Writes);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F48_What_we_wrote_behind_values_that_vanish_is_no_edit_when_they_are_back()
    {
        await using var world = await LinkedAsync(30, DeletePolicy.Ask);
        world.Options.Fields[Pairing] = new() { ["phone"] = new() { Prefer = "Beta" } };
        world.People.Edit("p05", "phone", "1");
        world.Users.Answers = (before, answer) => answer["phone"] = before["phone"]?.DeepClone();
        await world.CycleAsync();
        world.Users.Answers = null;

        for (var i = 1; i <= 30; i++)
            world.Users[$"u{i:00}"]["phone"] = null;
        world.People.Edit("p05", "phone", "2");
        Assert.True((await world.CycleAsync(TimeSpan.FromMinutes(5))).IsBreakerOpen);
        Assert.Empty(world.Writes);

        for (var i = 1; i <= 30; i++)
            world.Users[$"u{i:00}"]["phone"] = i == 5 ? "1" : "0";
        await world.QuiesceAsync();
        Assert.Equal("2", (string?)world.People["p05"]["phone"]);
        Assert.Equal("2", (string?)world.Users["u05"]["phone"]);
    }

    [Fact]
    public async Task F48_A_mass_clearing_that_a_person_wants_is_approved_as_it_was_seen()
    {
        await using var world = await LinkedAsync(30, DeletePolicy.Ask);
        for (var i = 1; i <= 20; i++)
            world.People.Edit($"p{i:00}", "phone", null);
        var report = await world.CycleAsync();
        Assert.Empty(world.Writes);

        world.Users.Edit("u05", "phone", "5");
        await world.Store.RequestApprovalAsync(report.Pairings[0].Breaker!.Plan, world.Clock.GetUtcNow());
        await world.CycleAsync();

        Assert.Equal(19, world.Writes.Count(call => call.System == "Beta"));
        Assert.Equal("5", (string?)world.Users["u05"]["phone"]);
    }

    [Theory]
    [InlineData(Side.Left)]
    [InlineData(Side.Right)]
    public async Task F48_Nobody_is_asked_about_a_blank_while_values_vanish_all_at_once(Side hidden)
    {
        await using var world = await LinkedAsync(30, DeletePolicy.Ask);
        world.Options.Conflict = ConflictKind.Hold;
        var (hiding, edited) = hidden == Side.Left ? (world.People, world.Users) : (world.Users, world.People);
        Hide(hiding, null);
        edited.Edit(edited.Keys.ElementAt(2), "phone", "3");

        Assert.True((await world.CycleAsync()).IsBreakerOpen);
        Assert.Equal(30, (await world.OpenAsync()).Count);
        Assert.All(await world.OpenAsync(), open => Assert.Equal(OpenKind.Waiting, open.Kind));
        var item = Assert.Single(
            await world.OpenAsync(), open => open.Reason.Contains("could", StringComparison.Ordinal));
        Assert.Equal(hidden.Other(), item.Side);
        Assert.StartsWith("phone = '3' could be cleared. Too many at once", item.Reason, StringComparison.Ordinal);
        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));

        Hide(hiding, "0");
        await world.QuiesceAsync();
        Assert.Equal("3", (string?)hiding[hiding.Keys.ElementAt(2)]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F48_Whether_a_blank_goes_is_asked_once_a_person_approved_that_values_vanish_all_at_once()
    {
        await using var world = await LinkedAsync(30, DeletePolicy.Ask);
        world.Options.Conflict = ConflictKind.Hold;
        Hide(world.People, null);
        world.Users.Edit("u03", "phone", "3");
        var plan = (await world.CycleAsync()).Pairings[0].Breaker!.Plan;

        await world.Store.RequestApprovalAsync(plan, world.Clock.GetUtcNow());
        await world.CycleAsync();

        Assert.Equal(29, world.Writes.Count());
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenCause.Differing, "", "3"), (item.Cause, item.Left.ToString(), item.Right.ToString()));
    }

    [Fact]
    public async Task F48_Values_that_answers_of_many_records_leave_out_are_told_with_the_right_to_look_for()
    {
        await using var world = await LinkedAsync(30, DeletePolicy.Ask);
        world.People.Hidden.Add("email");
        world.People.IsHidden = key => key != "p01";

        await world.CycleAsync();
        Assert.Empty(world.Writes);
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Review, Side.Left), (item.Kind, item.Side));
        Assert.Contains(
            "no longer show email: 29 of 30", item.Reason, StringComparison.Ordinal);
        Assert.Contains("our account in Acme may still read email", item.Reason, StringComparison.Ordinal);

        await world.CycleAsync();
        await world.CycleAsync();
        Assert.Equal(item, Assert.Single(await world.OpenAsync()));

        world.People.Hidden.Clear();
        await world.CycleAsync();
        Assert.Empty(await world.OpenAsync());
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F14_Without_the_breaker_a_system_that_hides_its_records_has_their_counterparts_deleted()
    {
        await using var world = await LinkedAsync(30, DeletePolicy.Propagate);
        world.Options.Protections = Protections.Without([Protection.MassChangeBreaker]);
        world.Restart();
        foreach (var key in world.People.Keys.ToList())
            world.People.Invisible.Add(key);

        await world.CycleAsync();

        Assert.Equal(30, world.Writes.Count(call => call.Kind == "delete"));
    }

    [Fact]
    public async Task F40_Dying_anywhere_while_a_breaker_opens_carries_out_nothing_that_was_not_approved()
    {
        var last = int.MaxValue;
        for (var point = 1; point <= last; point += 3)
        {
            await using var world = await LinkedAsync(12, DeletePolicy.Propagate);
            Delete(world, 0, 11);
            world.Points.DieAt(point);
            try
            {
                await world.CycleAsync();
                last = world.Points.Count;
            }
            catch (CrashException)
            {
            }

            Assert.Empty(world.Writes);
            world.Restart();
            var report = await world.CycleAsync();
            Assert.Empty(world.Writes);
            Assert.True(report.IsBreakerOpen);
        }
    }

    private static void Hide(FakeEntity entity, string? phone)
    {
        foreach (var key in entity.Keys)
            entity[key]["phone"] = phone;
    }

    private static void Delete(World world, int from, int to)
    {
        for (var i = from; i < to; i++)
            world.People.Delete($"p{i + 1:00}");
    }

    private static async Task<World> LinkedAsync(int records, DeletePolicy policy)
    {
        var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        world.Options.Deletes.Set(Pairing, policy);
        world.People.PageSize = world.Users.PageSize = 50;
        for (var i = 1; i <= records; i++)
        {
            world.People.Add($"Name {i}", $"n{i}@x.no", "0");
            world.Users.Add($"Name {i}", $"n{i}@x.no", "0");
        }

        await world.GoLiveAsync();
        await world.CycleAsync();
        return world;
    }
}
