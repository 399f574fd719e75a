namespace Sluice.Pipeline.Tests;

/// <summary>
/// References go round a triangle as other values do: three systems in which staff belong to firms, each with keys of
/// its own.
/// </summary>
public sealed class ReferenceTriangleTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 0)]
    public async Task F53_The_last_of_two_edits_in_two_systems_reaches_all_three(int first, int second)
    {
        await using var world = await World.CreateAsync();
        var systems = await TriangleAsync(world);
        systems[0]["Staff"].Add("Ada");
        await world.QuiesceAsync();

        Move(systems[first], "First");
        await world.CycleAsync();
        Move(systems[second], "Second");
        await world.QuiesceAsync();

        Assert.Equal(["Second", "Second", "Second"], systems.Select(Firm));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_A_reference_that_was_taken_back_before_our_write_of_it_showed_stays_taken_back()
    {
        await using var world = await World.CreateAsync();
        var systems = await TriangleAsync(world);
        systems[0]["Staff"].Add("Ada");
        await world.QuiesceAsync();
        systems[1]["Staff"].Answers = (_, answer) => answer["parent"] = null;
        Move(systems[0], "First");
        await world.CycleAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("First", Firm(systems[1]));

        systems[1]["Staff"].Answers = null;
        systems[0]["Staff"].Edit(systems[0]["Staff"].Keys.Single(), "parent", null);
        await world.QuiesceAsync();

        Assert.Equal([null, null, null], systems.Select(Firm));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F53_What_was_written_for_one_pairing_and_does_not_show_yet_is_no_edit_for_another()
    {
        await using var world = await World.CreateAsync();
        var systems = await TriangleAsync(world);
        systems[0]["Staff"].Add("Ada");
        await world.QuiesceAsync();
        Move(systems[0], "First");
        await world.QuiesceAsync();
        Move(systems[0], "Second");
        await world.CycleAsync(TimeSpan.FromSeconds(1));
        systems[1]["Staff"].ReadLag = systems[1]["Staff"].IndexLag = TimeSpan.FromSeconds(20);
        systems[2]["Staff"].Edit(systems[2]["Staff"].Keys.Single(), "name", "Countess");
        var writes = new List<Call>();
        for (var i = 0; i < 10; i++)
        {
            await world.CycleAsync(TimeSpan.FromSeconds(2));
            writes.AddRange(world.Writes);
        }

        Assert.DoesNotContain(writes, call => call.Body!.Contains("parent", StringComparison.Ordinal));
        await world.QuiesceAsync();
        Assert.Equal(["Second", "Second", "Second"], systems.Select(Firm));
    }

    [Theory]
    [InlineData(Side.Left)]
    [InlineData(Side.Right)]
    public async Task F53_A_reference_that_a_person_took_stays_though_a_third_shows_what_was_decided_against(
        Side winner)
    {
        await using var world = await World.CreateAsync();
        var systems = await TriangleAsync(world, "name");
        foreach (var pairing in new[] { "staff 0/2", "staff 1/2" })
            world.Options.Fields[pairing] = new() { ["parent"] = new() { Prefer = "Gamma" } };
        var (taken, against) = winner == Side.Left ? ("First", "Second") : ("Second", "First");
        foreach (var (system, firm) in systems.Zip(["First", "Second", against]))
        {
            system["Staff"].Add("Ada");
            Move(system, firm);
        }

        await world.CycleAsync(new CycleScope { Pairing = "staff 0/1" });
        var item = Assert.Single(await world.OpenAsync(), open => open.Cause == OpenCause.Differing);
        Assert.True((await world.DecideAsync(new PersonDecision(DecisionKind.Take)
        {
            Pairing = item.Pairing, Side = item.Side, Key = item.Key, Field = item.Field, Winner = winner,
            LeftValue = item.Left.ToStored(), RightValue = item.Right.ToStored(),
        })).IsApplied);
        await world.CycleAsync(new CycleScope { Pairing = "staff 0/1" });
        await world.QuiesceAsync();

        Assert.Equal([taken, taken, taken], systems.Select(Firm));
        Assert.Empty(await world.OpenAsync());
    }

    // Two firms that all three know; in each the keys begin elsewhere.
    private static async Task<FakeSystem[]> TriangleAsync(World world, params string[] rules)
    {
        var gamma = new FakeSystem("Gamma", world.Clock, world.Points, world.Calls);
        world.Others.Add(gamma);
        FakeSystem[] systems = [world.Acme, world.Beta, gamma];
        foreach (var (left, right) in new[] { (0, 1), (0, 2), (1, 2) })
        {
            var firms = new ReferenceDescriptor(systems[left]["Firms"].Entity, systems[right]["Firms"].Entity);
            world.With(new(
                $"firms {left}/{right}", firms.Left, firms.Right, ["name"], ["name"], createsLeft: true,
                createsRight: true));
            world.With(new(
                $"staff {left}/{right}", systems[left]["Staff"].Entity, systems[right]["Staff"].Entity,
                rules, ["name", "parent"], createsLeft: true, createsRight: true, parents: firms));
        }

        for (var i = 0; i < systems.Length; i++)
            foreach (var (number, name) in new[] { (1, "First"), (2, "Second") })
                systems[i]["Firms"].Add(name, key: $"{systems[i].System}-{number}");
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        return systems;
    }

    private static void Move(FakeSystem system, string firm) => system["Staff"].Edit(
        system["Staff"].Keys.Single(), "parent",
        system["Firms"].Keys.Single(key => (string?)system["Firms"][key]["name"] == firm));

    private static string? Firm(FakeSystem system) =>
        (string?)system["Staff"][system["Staff"].Keys.Single()]["parent"] is { } key
            ? (string?)system["Firms"][key]["name"]
            : null;
}
