namespace Sluice.Pipeline.Tests;

/// <summary>Creation under a condition: one that prose states, or a connected record that is there already.</summary>
public sealed class ConditionTests
{
    private const string Pairing = "acme-people/beta-users";
    private const string Firms = "b-firms";

    [Fact]
    public async Task What_a_condition_leaves_out_is_not_wanted_until_it_holds()
    {
        await using var world = await World.CreateAsync();
        world.With(new(Pairing, world.People.Entity, world.Users.Entity, condition: "When a person has a telephone"))
            .Wanted = card => card.Phone is not null;
        var ada = world.People.Add("Ada");
        world.People.Edit(world.People.Add("Bob"), "phone", "1");

        var planned = await world.CycleAsync();
        Assert.Equal(
            [PlanKind.Create, PlanKind.Unwanted], planned.Plan!.Items.Select(item => item.Kind).Order());
        await world.ApproveAsync(planned);
        var report = await world.CycleAsync();

        Assert.Equal(["Bob"], Names(world));
        var (row, open) = (Assert.Single(report.Pairings), Assert.Single(await world.OpenAsync()));
        Assert.Equal((1, 0, 0, 0), (row.Unwanted, row.Waiting, row.Review, row.Rejected));
        Assert.Equal((OpenKind.Unwanted, ada), (open.Kind, open.Key));
        Assert.Equal("This does not hold for it: When a person has a telephone.", open.Reason);

        world.People.Edit(ada, "phone", "2");
        await world.CycleAsync();
        Assert.Equal(["Ada", "Bob"], Names(world));
        await world.QuiesceAsync();
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task What_is_not_wanted_costs_no_call()
    {
        await using var world = await World.CreateAsync();
        world.With(new(Pairing, world.People.Entity, world.Users.Entity, condition: "Never")).Wanted = _ => false;
        for (var i = 0; i < 20; i++)
            world.People.Add($"Person {i}");
        await world.GoLiveAsync();

        await world.CycleAsync();

        Assert.DoesNotContain(world.Calls, call => call.Kind is not "list");
        Assert.Equal(20, (await world.OpenAsync()).Count(item => item.Kind == OpenKind.Unwanted));
    }

    [Fact]
    public async Task A_link_that_was_made_before_stays_whatever_the_condition_says()
    {
        await using var world = await World.CreateAsync();
        var pairing = world.With(new(
            Pairing, world.People.Entity, world.Users.Entity, ["email"], ["email", "name"], condition: "While wanted"));
        var ada = world.People.Add("Ada", "ada@x.no");
        await world.GoLiveAsync();
        await world.QuiesceAsync();

        pairing.Wanted = _ => false;
        world.People.Edit(ada, "name", "Ada Lie");
        await world.CycleAsync();

        Assert.Equal(["Ada Lie"], Names(world));
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_record_is_made_once_what_it_is_connected_with_by_either_reference_is_there(bool forth)
    {
        await using var world = await World.CreateAsync();
        var firms = world.Acme["Firms"];
        world.With(new(
            Pairing, world.People.Entity, world.Users.Entity,
            connections: [new("Firms", firms.Entity, forth ? ["parent"] : [], forth ? [] : ["parent"])]));
        world.With(new(Firms, firms.Entity, world.Beta["Companies"].Entity, createsRight: true));
        var (ada, firm) = (world.People.Add("Ada"), firms.Add("First"));
        world.People.Add("Bob");
        if (forth)
            world.People.Edit(ada, "parent", firm);
        else
            firms.Edit(firm, "parent", ada);
        world.Beta["Companies"].RefusesCreates = "422: not today";
        await world.GoLiveAsync();

        Assert.Empty(Names(world));
        Assert.Equal(
            [
                $"It is connected with Acme Firms {firm}, and none of these has a counterpart in Beta.",
                "It is connected with no Acme Firms.",
            ],
            (await world.OpenAsync()).Where(item => item.Kind == OpenKind.Unwanted).Select(item => item.Reason)
                .Order(StringComparer.Ordinal));

        world.Beta["Companies"].RefusesCreates = null;
        firms.Edit(firm, "name", "The First");
        await world.CycleAsync();
        await world.CycleAsync();

        Assert.Equal(["Ada"], Names(world));
        await world.QuiesceAsync();
        Assert.Equal("It is connected with no Acme Firms.", Assert.Single(await world.OpenAsync()).Reason);
    }

    [Fact]
    public async Task A_plan_says_that_what_is_connected_with_what_it_would_make_is_looked_at_in_a_cycle_after()
    {
        await using var world = await World.CreateAsync();
        var firms = world.Acme["Firms"];
        world.With(new(
            Pairing, world.People.Entity, world.Users.Entity,
            connections:
            [
                new("Firms", firms.Entity, ["parent"], []), new("People", world.People.Entity, ["boss"], []),
            ]));
        world.With(new(Firms, firms.Entity, world.Beta["Companies"].Entity, createsRight: true));
        var (ada, bob, eve, firm) =
            (world.People.Add("Ada"), world.People.Add("Bob"), world.People.Add("Eve"), firms.Add("First"));
        world.People.Edit(ada, "parent", firm);
        world.People.Edit(bob, "boss", ada);

        var planned = await world.CycleAsync();

        const string Later = "; it is looked at again, and may be made, in a cycle after that.";
        Assert.Equal(
            [
                (PlanKind.Wait, $"Acme People {ada}: It is connected with Acme Firms {firm}, which has yet to get its "
                    + "counterpart in Beta" + Later),
                (PlanKind.Wait, $"Acme People {bob}: It is connected with Acme People {ada}, which has yet to get its "
                    + "counterpart in Beta" + Later),
                (PlanKind.Unwanted, $"Acme People {eve}: It is connected with no Acme Firms or Acme People."),
            ],
            planned.Plan!.Items.Where(item => item.Pairing == Pairing).OrderBy(item => item.Key, StringComparer.Ordinal)
                .Select(item => (item.Kind, item.Text)));
        Assert.Contains(planned.Plan.Items, item => item is { Kind: PlanKind.Create, Pairing: Firms });

        await world.ApproveAsync(planned);
        await world.QuiesceAsync();
        Assert.Equal(["Ada", "Bob"], Names(world));
        Assert.DoesNotContain(
            (await world.PlanAsync()).Plan!.Items, item => item.Text.Contains(Later, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_connected_only_with_what_lost_its_counterpart_is_not_made()
    {
        await using var world = await World.CreateAsync();
        var (firms, firm) = await OfMembersAsync(world);
        world.Beta["Companies"].Delete(world.Beta["Companies"].Keys.Single());
        await world.CycleAsync();

        var ada = world.People.Add("Ada");
        world.People.Edit(ada, "parent", firm);
        await world.QuiesceAsync();
        Assert.Empty(Names(world));

        world.People.Edit(ada, "parent", firms.Add("Second"));
        await world.QuiesceAsync();
        Assert.Equal(["Ada"], Names(world));
    }

    [Fact]
    public async Task Of_several_that_look_the_same_the_one_that_is_the_same_by_way_of_others_is_linked()
    {
        await using var world = await World.CreateAsync();
        var gamma = new FakeSystem("Gamma", world.Clock, world.Points, world.Calls);
        world.Others.Add(gamma);
        var members = gamma["Members"];
        var third = world.With(new("c-people/users", world.People.Entity, members.Entity, ["email"]));
        world.With(new("a-people", world.People.Entity, world.Users.Entity, createsLeft: true));
        world.With(new("b-members", world.Users.Entity, members.Entity, createsRight: true));
        world.People.Add("Ada", "ada@x.no");
        members.Add("Ada", "ada@x.no");
        world.Users.Add("Ada", "ada@x.no");
        await world.GoLiveAsync();

        await world.QuiesceAsync();

        Assert.Equal((2, 1, 2), (world.People.Count, world.Users.Count, members.Count));
        Assert.Equal(2, (await world.LinksAsync(third.Descriptor.Name)).Count(link => link.State == LinkState.Live));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task What_is_asked_about_a_lost_create_stays_asked_when_nobody_wants_it_any_more()
    {
        await using var world = await World.CreateAsync();
        var (_, firm) = await OfMembersAsync(world);
        var ada = world.People.Add("Ada", "ada@x.no");
        world.People.Edit(ada, "parent", firm);
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();

        world.Users.Edit(world.Users.Keys.Single(), "name", "Countess");
        world.People.Edit(ada, "parent", null);
        for (var i = 0; i < 3; i++)
            await world.CycleAsync(TimeSpan.FromMinutes(5));

        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal(OpenKind.Review, item.Kind);
        Assert.Contains("may be what was created for it", item.Reason, StringComparison.Ordinal);
    }

    // A user is made for who belongs to a firm that has a counterpart.
    private static async Task<(FakeEntity Firms, string First)> OfMembersAsync(World world)
    {
        var firms = world.Acme["Firms"];
        world.With(new(
            Pairing, world.People.Entity, world.Users.Entity,
            connections: [new("Firms", firms.Entity, ["parent"], [])]));
        world.With(new(Firms, firms.Entity, world.Beta["Companies"].Entity, fields: ["name"], createsRight: true));
        var first = firms.Add("First");
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        return (firms, first);
    }

    private static IEnumerable<string?> Names(World world) =>
        world.Users.Keys.Select(key => (string?)world.Users[key]["name"]).Order(StringComparer.Ordinal);
}
