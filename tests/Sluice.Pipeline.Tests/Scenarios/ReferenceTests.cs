namespace Sluice.Pipeline.Tests;

/// <summary>F30 and F31: records that refer to others, which may have no counterpart yet.</summary>
public sealed class ReferenceTests
{
    // Its name sorts first, so that only the reference makes it wait for its turn.
    private const string Staff = "a-staff";
    private const string Firms = "b-firms";

    [Fact]
    public async Task F30_Parents_go_first_and_a_reference_is_the_parents_key_on_either_side()
    {
        await using var world = await StaffAsync();
        var (first, second) = (Firm(world, "First"), Firm(world, "Second"));
        var ada = Member(world, "Ada", second);
        Member(world, "Bob", first);
        Member(world, "Eve", null);
        await world.GoLiveAsync();
        await world.QuiesceAsync();

        Assert.Equal(
            [("Ada", "Second"), ("Bob", "First"), ("Eve", null)],
            world.Beta["Members"].Keys.Select(key => Named(world.Beta, key)).Order());
        Assert.Empty(await world.OpenAsync());

        // An edit on either side is carried as the key that the other side knows; a clearing clears.
        world.Acme["Staff"].Edit(ada, "parent", first);
        await world.CycleAsync();
        Assert.Equal(("Ada", "First"), Named(world.Beta, Across(world, ada)));
        world.Beta["Members"].Edit(Across(world, ada), "parent", Across(world, second, Firms));
        await world.CycleAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(second, (string?)world.Acme["Staff"][ada]["parent"]);
        world.Acme["Staff"].Edit(ada, "parent", null);
        await world.CycleAsync();
        Assert.Equal(("Ada", null), Named(world.Beta, Across(world, ada)));
        await world.CycleAsync();
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F30_A_live_pairing_creates_parent_and_child_in_one_cycle_and_writes_nothing_twice()
    {
        await using var world = await StaffAsync();
        await world.GoLiveAsync();
        Member(world, "Ada", Firm(world, "First"));

        await world.CycleAsync();

        Assert.Equal(["create", "create"], world.Writes.Select(call => call.Kind));
        Assert.Equal(["Companies", "Members"], world.Writes.Select(call => call.Entity));
        Assert.Equal(("Ada", "First"), Named(world.Beta, world.Beta["Members"].Keys.Single()));
        await world.QuiesceAsync();
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F30_F31_A_child_waits_by_its_parents_name_and_goes_by_itself_once_that_is_linked()
    {
        await using var world = await StaffAsync();
        await world.GoLiveAsync();
        var firm = Firm(world, "First");
        var ada = Member(world, "Ada", firm);
        world.Beta["Companies"].RefusesCreates = "422: no more companies";

        for (var i = 0; i < 3; i++)
            await world.CycleAsync();
        Assert.Empty(world.Writes);
        var open = await world.OpenAsync();
        Assert.Equal([OpenKind.Waiting, OpenKind.Rejected], open.OrderBy(item => item.Kind).Select(item => item.Kind));
        Assert.Equal(
            $"parent refers to Acme Firms {firm}, which has no counterpart in Beta Companies yet.",
            open.Single(item => item.Key == ada).Reason);

        world.Beta["Companies"].RefusesCreates = null;
        world.Acme["Firms"].Edit(firm, "name", "The First");
        await world.CycleAsync();

        Assert.Equal(("Ada", "The First"), Named(world.Beta, world.Beta["Members"].Keys.Single()));
        await world.QuiesceAsync();
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F30_A_linked_record_that_gets_a_parent_without_counterpart_waits_and_costs_no_call(bool left)
    {
        await using var world = await StaffAsync(createsFirms: false);
        var (staff, members) = (world.Acme["Staff"], world.Beta["Members"]);
        var ada = Member(world, "Ada", null);
        await world.GoLiveAsync();
        await world.CycleAsync(TimeSpan.FromMinutes(5));
        var there = members.Keys.Single();

        // A firm of one side only, which nothing creates across.
        var (firms, key) = left ? (world.Acme["Firms"], "") : (world.Beta["Companies"], "");
        key = firms.Add("Lonely");
        (left ? staff : members).Edit(left ? ada : there, "parent", key);
        await world.CycleAsync();
        await world.CycleAsync();

        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Waiting, left ? ada : there), (item.Kind, item.Key));
        Assert.Contains($"refers to {firms.Entity} {key}, which has no counterpart", item.Reason,
            StringComparison.Ordinal);

        // A counterpart appears and is matched by its name.
        (left ? world.Beta["Companies"] : world.Acme["Firms"]).Add("Lonely");
        await world.CycleAsync();
        await world.CycleAsync();
        Assert.Equal("Lonely", Named(world.Beta, there).Parent);
        Assert.Equal("Lonely", (string?)world.Acme["Firms"][(string)staff[ada]["parent"]!]["name"]);
        await world.QuiesceAsync();
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F30_What_refers_to_each_other_is_created_without_and_patched_afterwards()
    {
        await using var world = await World.CreateAsync();
        Pair(world, "staff", "Staff", "Members", "Firms", "Companies");
        Pair(world, "firms", "Firms", "Companies", "Staff", "Members");
        await world.GoLiveAsync();
        var firm = Firm(world, "First");
        var ada = Member(world, "Ada", firm);
        world.Acme["Firms"].Edit(firm, "parent", ada);

        await world.CycleAsync();
        Assert.Equal(2, world.Writes.Count(call => call.Kind == "create"));
        await world.CycleAsync();

        Assert.Single(world.Writes);
        var (there, boss) = (world.Beta["Companies"].Keys.Single(), world.Beta["Members"].Keys.Single());
        Assert.Equal(boss, (string?)world.Beta["Companies"][there]["parent"]);
        Assert.Equal(there, (string?)world.Beta["Members"][boss]["parent"]);
        await world.QuiesceAsync();
        Assert.Equal((firm, ada), (world.Acme["Firms"].Keys.Single(), world.Acme["Staff"].Keys.Single()));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F03_What_is_asked_about_a_lost_create_stays_asked_while_its_origin_waits_for_a_parent()
    {
        await using var world = await StaffAsync(createsFirms: false, "name", "email", "parent");
        await world.GoLiveAsync();
        var ada = world.Acme["Staff"].Add("Ada", "ada@x.no");
        world.Beta["Members"].NextAnswerIsLost = true;
        await world.CycleAsync();

        // What was made is not told by its name any more, and where its origin belongs there is no counterpart of.
        world.Beta["Members"].Edit(world.Beta["Members"].Keys.Single(), "name", "Countess");
        world.Acme["Staff"].Edit(ada, "parent", Firm(world, "Lonely"));
        for (var i = 0; i < 3; i++)
            await world.CycleAsync(TimeSpan.FromMinutes(5));

        var item = (await world.OpenAsync()).Single(item => item.Key == ada);
        Assert.Equal(OpenKind.Review, item.Kind);
        Assert.Contains("may be what was created for it", item.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F03_A_newcomer_in_the_same_firm_is_not_taken_for_what_a_lost_create_made()
    {
        await using var world = await StaffAsync();
        await world.GoLiveAsync();
        var firm = Firm(world, "First");
        await world.QuiesceAsync();
        world.Beta["Members"].NextCommitIsLate = TimeSpan.FromDays(1);
        Member(world, "Ada", firm);
        await world.CycleAsync();
        var bob = world.Beta["Members"].Add("Bob");
        world.Beta["Members"].Edit(bob, "parent", Across(world, firm, Firms));
        await world.CycleAsync();
        await world.QuiesceAsync();

        Assert.Empty(await world.OpenAsync());
        Assert.Equal(2, world.Acme["Staff"].Count);
        Assert.Equal(["Ada", "Bob"], world.Beta["Members"].Keys.Select(key => Named(world.Beta, key).Name).Order());
    }

    private static async Task<World> StaffAsync(bool createsFirms = true, params string[] fields)
    {
        var world = await World.CreateAsync();
        world.With(new(
            Staff, world.Acme["Staff"].Entity, world.Beta["Members"].Entity,
            fields: fields.Length > 0 ? fields : ["name", "parent"], createsLeft: true, createsRight: true,
            parents: new(world.Acme["Firms"].Entity, world.Beta["Companies"].Entity)));
        world.With(new(
            Firms, world.Acme["Firms"].Entity, world.Beta["Companies"].Entity, ["name"], ["name"],
            createsLeft: createsFirms, createsRight: createsFirms));
        return world;
    }

    private static void Pair(
        World world, string name, string left, string right, string leftParents, string rightParents) =>
        world.With(new(
            name, world.Acme[left].Entity, world.Beta[right].Entity, fields: ["name", "parent"],
            createsLeft: true, createsRight: true,
            parents: new(world.Acme[leftParents].Entity, world.Beta[rightParents].Entity)));

    private static string Firm(World world, string name) => world.Acme["Firms"].Add(name);

    private static string Member(World world, string name, string? firm)
    {
        var key = world.Acme["Staff"].Add(name);
        if (firm is not null)
            world.Acme["Staff"].Edit(key, "parent", firm);
        return key;
    }

    private static (string Name, string? Parent) Named(FakeSystem beta, string member)
    {
        var record = beta["Members"][member];
        return ((string)record["name"]!,
            (string?)record["parent"] is { } key ? (string?)beta["Companies"][key]["name"] : null);
    }

    private static string Across(World world, string key, string pairing = Staff) =>
        world.Store.FindLinkAsync(pairing, Side.Left, key).AsTask().GetAwaiter().GetResult()!.Link.RightKey;
}
