namespace Sluice.Pipeline.Tests;

/// <summary>A triangle in which one pairing makes records under a condition.</summary>
public sealed partial class TriangleTests
{
    [Theory]
    [InlineData(DeletePolicy.Ask)]
    [InlineData(DeletePolicy.Ignore)]
    [InlineData(DeletePolicy.Unlink)]
    public async Task F53_What_is_gone_keeps_nobody_waiting_for_its_links(DeletePolicy policy)
    {
        await using var world = await World.CreateAsync();
        var (sides, firm) = OfMembers(world);
        foreach (var pairing in world.Pairings)
            world.Options.Deletes.Set(pairing.Descriptor.Name, policy);
        await world.GoLiveAsync();
        await world.DecideAsync(new PersonDecision(DecisionKind.Pause) { Pairing = "0/1" });
        await world.QuiesceAsync();
        sides[2].Delete(sides[2].Keys.Single());
        await world.QuiesceAsync();

        sides[0].Edit(sides[0].Keys.Single(), "parent", firm);
        await world.DecideAsync(new PersonDecision(DecisionKind.Resume) { Pairing = "0/1" });
        await world.QuiesceAsync();

        Assert.Equal([1, 1, 0], sides.Select(side => side.Count));
        Assert.Single(await world.LinksAsync("0/1"));
    }

    [Fact]
    public async Task F53_What_nobody_wants_made_is_linked_with_what_is_there_and_stays_in_step()
    {
        await using var world = await World.CreateAsync();
        var (sides, _) = OfMembers(world);
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        Assert.Single(await world.LinksAsync("0/1"));

        sides[2].Delete(sides[2].Keys.Single());
        await world.QuiesceAsync();
        sides[1].Edit(sides[1].Keys.Single(), "name", "Countess");
        await world.QuiesceAsync();

        Assert.Equal("Countess", (string?)sides[0][sides[0].Keys.Single()]["name"]);
    }

    // Ada is in all three; 0/1 has no match rules, and makes a right record for those who belong to a firm.
    private static (FakeEntity[] Sides, string Firm) OfMembers(World world)
    {
        var (sides, firms) = (Systems(world), world.Acme["Firms"]);
        world.With(new(
            "0/1", sides[0].Entity, sides[1].Entity, [], ["email", "name"],
            connections: [new("Firms", firms.Entity, ["parent"], [])]));
        world.With(new("b-firms", firms.Entity, world.Beta["Companies"].Entity, fields: ["name"], createsRight: true));
        Pair(world, sides, 0, 2, "email");
        Pair(world, sides, 1, 2, "email");
        foreach (var side in sides)
            side.Add("Ada", "ada@x.no");
        return (sides, firms.Add("First"));
    }
}
