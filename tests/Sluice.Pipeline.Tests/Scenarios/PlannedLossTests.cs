namespace Sluice.Pipeline.Tests;

/// <summary>F17: a plan says whether the record goes whose counterpart is gone, and its approval deletes no other.
/// </summary>
public sealed class PlannedLossTests
{
    [Fact]
    public async Task F17_A_plan_shows_the_delete_that_follows_from_what_listings_leave_out()
    {
        await using var world = await LinkedAsync(unlisted: "phone");
        world.People.Delete("p01");
        Change(world);
        var planned = await world.CycleAsync();

        Assert.Equal(
            (PlanKind.Delete, "u01"), planned.Plan!.Items.Select(item => (item.Kind, item.Key)).Single());
        await world.ApproveAsync(planned);
        await world.CycleAsync();
        Assert.Equal(("delete", "u01"), world.Writes.Select(call => (call.Kind, call.Key)).Single());
    }

    [Fact]
    public async Task F17_A_plan_shows_the_edit_that_listings_leave_out_and_that_its_record_stays()
    {
        await using var world = await LinkedAsync(unlisted: "phone");
        world.People.Delete("p01");
        world.Users.Edit("u01", "phone", "9");
        Change(world);

        var item = Assert.Single((await world.CycleAsync()).Plan!.Items);

        Assert.Equal((PlanKind.Review, "u01"), (item.Kind, item.Key));
        Assert.Contains("it is '9' and was '0'", item.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F17_What_stays_by_its_plan_stays_when_the_edit_that_kept_it_is_taken_back(bool breaks)
    {
        await using var world = await LinkedAsync();
        world.People.Delete("p01");
        world.Users.Edit("u01", "phone", "9");
        Change(world);
        var planned = await world.CycleAsync();
        Assert.Equal(PlanKind.Review, Assert.Single(planned.Plan!.Items).Kind);

        await world.ApproveAsync(planned);
        world.Users.Edit("u01", "phone", "0");
        if (breaks)
            world.Users.BeforeNextRead = () => world.Users.Broken.Add("u01");
        Assert.Equal(PairingState.Live, (await world.CycleAsync()).Pairings[0].State);
        world.Users.Broken.Clear();

        await AssertStaysAsync(world);
    }

    [Fact]
    public async Task F17_What_ends_a_link_by_its_plan_deletes_nothing_when_the_successor_is_gone()
    {
        await using var world = await LinkedAsync();
        world.People.Delete("p01");
        world.People.Add("Ada", "ada@x.no", "0", key: "p09");
        Change(world);
        var planned = await world.CycleAsync();
        Assert.Contains(planned.Plan!.Items, item => item.Kind == PlanKind.Unlink);

        await world.ApproveAsync(planned);
        world.People.Delete("p09");
        await world.CycleAsync();

        await AssertStaysAsync(world);
    }

    [Fact]
    public async Task F17_A_delete_that_was_approved_gives_way_to_an_edit_and_a_person_is_asked()
    {
        await using var world = await LinkedAsync();
        world.People.Delete("p01");
        Change(world);
        var planned = await world.CycleAsync();
        Assert.Equal(PlanKind.Delete, Assert.Single(planned.Plan!.Items).Kind);

        await world.ApproveAsync(planned);
        world.Users.Edit("u01", "phone", "9");
        await world.CycleAsync();
        await world.CycleAsync();

        await AssertStaysAsync(world);
    }

    private static async Task AssertStaysAsync(World world)
    {
        Assert.DoesNotContain(world.Calls, call => call.IsWrite);
        await world.QuiesceAsync();
        Assert.Equal((2, 3), (world.People.Count, world.Users.Count));
        Assert.Equal(LinkState.Tombstone, (await world.LinksAsync())[0].State);
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Review, OpenCause.Gone, "u01"), (item.Kind, item.Cause, item.Key));
    }

    // The document changed, so that the pairing observes again.
    private static void Change(World world)
    {
        world.Pairings.Clear();
        world.With(new(
            "acme-people/beta-users", world.People.Entity, world.Users.Entity, ["email"], ["email", "phone"],
            createsLeft: true, createsRight: true));
    }

    private static async Task<World> LinkedAsync(string? unlisted = null)
    {
        var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        world.Options.Deletes.Set("acme-people/beta-users", DeletePolicy.Propagate);
        if (unlisted is not null)
            world.Users.Unlisted.Add(unlisted);
        foreach (var name in new[] { "Ada", "Bob", "Cy" })
        {
            world.People.Add(name, $"{name}@x.no".ToLowerInvariant(), "0");
            world.Users.Add(name, $"{name}@x.no".ToLowerInvariant(), "0");
        }

        await world.GoLiveAsync();
        await world.CycleAsync();
        return world;
    }
}
