namespace Sluice.Pipeline.Tests;

/// <summary>One physical record that two pairings link to different partners.</summary>
public sealed class RivalTests
{
    private const string Customers = "acme-people/beta-customers";
    private const string Suppliers = "acme-people/beta-suppliers";

    [Fact]
    public async Task F52_One_record_in_two_pairings_linked_to_two_people_is_reviewed_and_written_by_neither()
    {
        await using var world = await LinkedAsync("ada@x.no", "Ada");
        await LinkAsync(world, Suppliers, "p02", "v-c05");
        world.People.Edit("p01", "phone", "1");
        world.People.Edit("p02", "phone", "2");

        for (var i = 0; i < 3; i++)
        {
            await world.CycleAsync();
            Assert.Empty(world.Writes);
        }

        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        var open = await world.OpenAsync();
        Assert.Equal(["p01", "p02"], open.Select(item => item.Key));
        Assert.All(open, item => Assert.Equal(OpenKind.Review, item.Kind));
        Assert.Contains("they are Acme People p02 as well", open[0].Reason, StringComparison.Ordinal);

        // A person takes one of them away: the other goes on by itself.
        await world.Store.SetLinkStateAsync(
            (await world.LinksAsync(Suppliers)).Single().Id, LinkState.Negative, world.Clock.GetUtcNow());
        await world.CycleAsync();
        Assert.Equal("1", (string?)world.Beta["Customers"]["c05"]["phone"]);
    }

    [Fact]
    public async Task F52_Nobody_is_asked_to_choose_while_what_the_other_is_cannot_be_read()
    {
        await using var world = await LinkedAsync("ada@x.no", "Ada");
        await LinkAsync(world, Suppliers, "p02", "v-c05");
        world.People.Broken.Add("p02");
        world.People.Edit("p01", "phone", "1");

        await world.CycleAsync();

        Assert.Empty(world.Writes);
        var item = Assert.Single(await world.OpenAsync(), item => item.Key == "p01");
        Assert.Equal(OpenKind.Waiting, item.Kind);
        Assert.Contains("could not be read", item.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F52_A_record_is_not_linked_to_a_second_person_through_its_other_view()
    {
        await using var world = await LinkedAsync("ada@x.no", "Bob");

        await world.QuiesceAsync();

        Assert.Single(await world.LinksAsync(Customers));
        Assert.Empty(await world.LinksAsync(Suppliers));
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Review, Suppliers, "p02"), (item.Kind, item.Pairing, item.Key));
        Assert.Contains("agree, but by way of other pairings", item.Reason, StringComparison.Ordinal);
    }

    private static async Task<World> LinkedAsync(string email, string name)
    {
        var world = await World.CreateAsync();
        var customers = world.Beta["Customers"];
        var suppliers = world.Beta.View("Suppliers", of: "Customers");
        world.With(new(Customers, world.People.Entity, customers.Entity, ["email"], ["phone"]));
        world.With(new(Suppliers, world.People.Entity, suppliers.Entity, ["name"], ["phone"]));
        world.People.Add("Ada", "ada@x.no", "0");
        world.People.Add("Bob", "bob@x.no", "0");
        customers.Add(name == "Bob" ? name : "Nobody", email, "0", key: "c05");
        await world.GoLiveAsync();
        await world.CycleAsync();
        return world;
    }

    private static ValueTask<Link> LinkAsync(World world, string pairing, string left, string right) =>
        world.Store.LinkAsync(new(
            new(0, pairing, left, right, LinkState.Live, LinkOrigin.Person)
            {
                Left = new(world.People.Entity, left),
                Right = new(world.Beta["Customers"].Entity, right[2..]),
            },
            [], Dirty: true, world.Clock.GetUtcNow()));
}
