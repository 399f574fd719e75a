namespace Sluice.Pipeline.Tests;

/// <summary>F31: what was refused stays known while something else is in the way of its record.</summary>
public sealed class StandingRefusalTests
{
    private const string Pairing = "acme-people/beta-users";

    [Fact]
    public async Task F31_What_was_refused_is_not_sent_again_because_several_could_be_meant_for_a_while()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.People.Add("Ada", "ada@x.no");
        world.Users.RefusesCreates = "422: name is taken";
        await world.GoLiveAsync();
        Assert.Single(world.Writes);

        var twins = new[] { world.Users.Add("Ada", "ada@x.no"), world.Users.Add("Ada", "ada@x.no") };
        await TwiceAsync(world, OpenKind.Review);

        foreach (var twin in twins)
            world.Users.Delete(twin);
        await StillRefusedAsync(world);
        await GoesWithItsEditAsync(world);
    }

    [Fact]
    public async Task F31_What_was_refused_is_not_sent_again_because_what_it_refers_to_had_no_counterpart_for_a_while()
    {
        await using var world = await World.CreateAsync();
        var (firms, companies) = (world.Acme["Firms"], world.Beta["Companies"]);
        world.With(new(
            Pairing, world.People.Entity, world.Users.Entity, fields: ["name", "parent"], createsRight: true,
            parents: new(firms.Entity, companies.Entity)));
        world.With(new("b-firms", firms.Entity, companies.Entity, ["name"], ["name"]));
        var ada = world.People.Add("Ada");
        world.Users.RefusesCreates = "422: name is taken";
        await world.GoLiveAsync();

        world.People.Edit(ada, "parent", firms.Add("Lonely"));
        await TwiceAsync(world, OpenKind.Waiting);

        world.People.Edit(ada, "parent", null);
        await StillRefusedAsync(world);
        await GoesWithItsEditAsync(world);
    }

    [Fact]
    public async Task F31_What_was_refused_is_not_sent_again_because_something_was_missing_for_a_while()
    {
        await using var world = await World.CreateAsync();
        var ready = true;
        world.Mirrors().Makes = card => ready ? Draft.Ready(card with { Id = "" }) : Draft.Waits("the team");
        world.People.Add("Ada");
        world.Users.RefusesCreates = "422: name is taken";
        await world.GoLiveAsync();

        ready = false;
        await TwiceAsync(world, OpenKind.Waiting);

        ready = true;
        await StillRefusedAsync(world);
        await GoesWithItsEditAsync(world);
    }

    [Fact]
    public async Task F31_What_was_refused_is_not_sent_again_because_nobody_wanted_it_for_a_while()
    {
        await using var world = await World.CreateAsync();
        var pairing = world.With(new(Pairing, world.People.Entity, world.Users.Entity, condition: "While at work"));
        pairing.Wanted = card => card.Phone is not null;
        pairing.Makes = card => Draft.Ready(card with { Id = "", Phone = null });
        var ada = world.People.Add("Ada", phone: "1");
        world.Users.RefusesCreates = "422: name is taken";
        await world.GoLiveAsync();

        world.People.Edit(ada, "phone", null);
        await TwiceAsync(world, OpenKind.Unwanted);

        world.People.Edit(ada, "phone", "2");
        await StillRefusedAsync(world);
        await GoesWithItsEditAsync(world);
    }

    [Fact]
    public async Task F31_What_was_refused_is_told_no_more_once_something_else_would_be_sent()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.People.Add("Ada");
        world.Users.RefusesCreates = "422: name is taken";
        await world.GoLiveAsync();

        world.Policies["Beta"] = new(ReadOnly: true, AllowCredentialWrites: true);
        world.Restart();
        world.People.Edit("p01", "name", "Ada L");
        await world.CycleAsync();

        Assert.Contains("ReadOnly", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
    }

    private static async Task TwiceAsync(World world, OpenKind beside)
    {
        for (var i = 0; i < 2; i++)
        {
            await world.CycleAsync();
            Assert.Empty(world.Writes);
            Assert.Equal(
                [beside, OpenKind.Rejected],
                (await world.OpenAsync()).Where(item => item.Key == "p01").Select(item => item.Kind)
                    .OrderBy(kind => kind == OpenKind.Rejected));
        }
    }

    private static async Task StillRefusedAsync(World world)
    {
        for (var i = 0; i < 2; i++)
        {
            await world.CycleAsync();
            Assert.Empty(world.Writes);
        }

        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Rejected, "p01"), (item.Kind, item.Key));
        Assert.Contains("422: name is taken", item.Reason, StringComparison.Ordinal);
    }

    private static async Task GoesWithItsEditAsync(World world)
    {
        world.Users.RefusesCreates = null;
        world.People.Edit("p01", "name", "Ada L");
        await world.CycleAsync();
        Assert.Single(world.Users.Keys);
        Assert.Empty(await world.OpenAsync());
    }
}
