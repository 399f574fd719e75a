namespace Sluice.Pipeline.Tests;

public sealed class PlanTests
{
    [Fact]
    public async Task F36_A_plan_sends_nothing_but_reads_and_the_same_state_has_the_same_hash()
    {
        await using var world = await MixedAsync();
        (world.People.PageSize, world.Users.PageSize) = (100, 100);
        for (var i = 0; i < 500; i++)
        {
            world.People.Add($"Person {i}", $"{i}@x.no", i % 3 == 0 ? "1" : null);
            world.Users.Add($"User {i}", $"{(i % 2 == 0 ? i : i + 1000)}@x.no", i % 5 == 0 ? "2" : null);
        }

        var first = await world.PlanAsync();
        Assert.All(world.Calls, call => Assert.True(call.Kind is "identify" or "list" or "read", call.ToString()));
        var second = await world.PlanAsync();
        var third = await world.CycleAsync();
        Assert.Empty(world.Writes);

        Assert.Equal(first.Plan!.Hash, second.Plan!.Hash);
        Assert.Equal(first.Plan.Hash, third.Plan!.Hash);
        Assert.Equal(first.Plan.Items, second.Plan.Items);
        world.People.Add("One more", "more@x.no");
        Assert.NotEqual(first.Plan.Hash, (await world.PlanAsync()).Plan!.Hash);
    }

    [Fact]
    public async Task A_plan_says_what_is_linked_created_updated_held_and_waiting_with_document_lines()
    {
        await using var world = await MixedAsync();

        var plan = (await world.PlanAsync()).Plan!;

        Assert.Equal(
            [
                (PlanKind.Link, "p01", 20), (PlanKind.Update, "p01", 32), (PlanKind.Link, "p02", 20),
                (PlanKind.Review, "p02", 32), (PlanKind.Create, "p03", 10), (PlanKind.Wait, "p04", 10),
            ],
            plan.Items.Select(item => (item.Kind, item.Key, item.Line)));
        Assert.Equal(["acme-people/beta-users"], plan.NeedApproval);
        Assert.True(plan.Calls > 0);
    }

    [Fact]
    public async Task Nothing_is_written_before_the_approval_and_exactly_the_plan_after_it()
    {
        await using var world = await MixedAsync();
        for (var i = 0; i < 3; i++)
        {
            await world.CycleAsync();
            Assert.Empty(world.Writes);
            Assert.Empty(await world.LinksAsync());
        }

        await world.ApproveAsync(await world.CycleAsync());
        world.People.Add("Late", "late@x.no");
        world.People.Edit("p01", "phone", "9");
        world.People.Edit("p03", "phone", "33");
        var report = await world.CycleAsync();

        Assert.Equal(["create"], world.Writes.Select(call => call.Kind));
        Assert.DoesNotContain("late@x.no", world.Writes.Single().Body, StringComparison.Ordinal);
        Assert.Contains("\"33\"", world.Writes.Single().Body, StringComparison.Ordinal);
        Assert.Equal(2, report.Pairings[0].Deferred);
        Assert.Equal(PairingState.Live, report.Pairings[0].State);

        await world.CycleAsync();
        Assert.Contains(
            world.Writes, call => call.Kind == "create" && call.Body!.Contains("late@x.no", StringComparison.Ordinal));
        Assert.Equal("9", (string?)world.Users["u01"]["phone"]);
    }

    [Fact]
    public async Task A_pairing_that_could_not_be_looked_at_to_the_end_is_not_part_of_what_is_approved()
    {
        await using var world = await MixedAsync();
        world.Users.NextPageToFail = 1;
        var partial = await world.CycleAsync();
        Assert.Null(partial.Plan);

        world.Beta.IsDown = true;
        Assert.Null((await world.CycleAsync()).Plan);
        world.Beta.IsDown = false;
        world.Restart();

        Assert.Equal(["acme-people/beta-users"], (await world.CycleAsync()).Plan!.NeedApproval);
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F46_An_approved_pairing_goes_live_only_after_a_cycle_that_could_decide_everything()
    {
        await using var world = await MixedAsync();
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.NextPageToFail = 1;

        Assert.Equal(PairingState.Approved, (await world.CycleAsync()).Pairings[0].State);
        Assert.Equal(PairingState.Live, (await world.CycleAsync()).Pairings[0].State);
    }

    [Fact]
    public async Task Likely_duplicates_are_shown_where_a_flow_creates_without_rules()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("  ada ", "other@x.no");

        var plan = (await world.PlanAsync()).Plan!;

        var likely = Assert.Single(plan.LikelyDuplicates);
        Assert.Equal(("p01", "u01", "name = ada"), (likely.Origin, likely.Existing, likely.Because));
    }

    [Fact]
    public async Task A_list_that_is_empty_is_pointed_out_where_everything_would_be_created_in_it()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.People.Add("Ada", "ada@x.no");

        Assert.Equal(["Beta Users"], (await world.PlanAsync()).Plan!.Empty);
        world.Users.Add("Charles", "charles@x.no");
        Assert.Empty((await world.PlanAsync()).Plan!.Empty);
    }

    [Fact]
    public async Task F50_A_store_that_meets_another_account_stops_before_anything_is_listed()
    {
        await using var world = await MixedAsync();
        await world.GoLiveAsync();
        world.Beta.Tenant = "two";
        world.Restart();

        var failure = await Assert.ThrowsAsync<AccountMismatchException>(() => world.CycleAsync());

        Assert.All(world.Calls, call => Assert.Equal("identify", call.Kind));
        Assert.Contains("Systems:Beta", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AccountMismatchException>(() => world.CycleAsync());
        Assert.All(world.Calls, call => Assert.Equal("identify", call.Kind));
    }

    [Theory]
    [InlineData("https://keap.example/v1 Old", "Old", "https://keap.example/v1 New", "New", true)]
    [InlineData("https://keap.example/v1 Old", "Old", "https://other.example/v1 New", "New", false)]
    [InlineData("https://hub.example 7", "Old", "https://hub.example 8", "Old", false)]
    public void F50_Where_a_name_is_all_that_tells_accounts_apart_the_refusal_says_what_to_do_for_a_new_one(
        string bound, string boundName, string met, string metName, bool isSaid)
    {
        var failure = new AccountMismatchException(new("Keap", bound, boundName), new("Keap", met, metName));

        Assert.Equal(
            isSaid,
            failure.Message.Contains("give it the name 'Old' again in Keap", StringComparison.Ordinal));
        Assert.Contains("Systems:Keap", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<World> MixedAsync()
    {
        var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.People.Add("Ada", "ada@x.no", "1");
        world.Users.Add("Ada", "ada@x.no");
        world.People.Add("Bob", "bob@x.no", "1");
        world.Users.Add("Bob", "bob@x.no", "2");
        world.People.Add("Cy", "cy@x.no");
        world.People.Add(null, "dee@x.no");
        return world;
    }
}
