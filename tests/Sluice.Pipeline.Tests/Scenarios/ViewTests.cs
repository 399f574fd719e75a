namespace Sluice.Pipeline.Tests;

public sealed class ViewTests
{
    private const string First = "acme-companies/beta-groups";
    private const string Second = "acme-companies/beta-rings";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F51_Sixty_groups_seen_through_two_views_make_sixty_companies(bool lostAnswer)
    {
        await using var world = await TwoViewsAsync(60);
        var planned = await world.CycleAsync();
        Assert.Equal(60, planned.Plan!.Items.Count(item => item.Kind == PlanKind.Create));
        Assert.Equal(60, planned.Plan.Items.Count(item => item.Kind == PlanKind.Link));
        await world.ApproveAsync(planned);
        world.Acme["Companies"].NextAnswerIsLost = lostAnswer;

        await world.CycleAsync();
        await world.QuiesceAsync();

        Assert.Equal(60, world.Acme["Companies"].Count);
        Assert.Equal(60, (await world.LinksAsync(First)).Count);
        Assert.Equal(
            (await world.LinksAsync(First)).Select(link => link.LeftKey).Order(StringComparer.Ordinal),
            (await world.LinksAsync(Second)).Select(link => link.LeftKey).Order(StringComparer.Ordinal));
        Assert.All(await world.LinksAsync(Second), link => Assert.Equal(LinkOrigin.Lineage, link.Origin));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F51_A_create_whose_outcome_nobody_can_tell_is_not_repeated_through_the_other_view()
    {
        await using var world = await TwoViewsAsync(1);
        await world.ApproveAsync(await world.CycleAsync());
        world.Acme["Companies"].NextAnswerIsLost = true;
        await world.CycleAsync();
        world.Acme["Companies"].Add("Group 0");

        await world.CycleAsync(TimeSpan.FromMinutes(5));
        await world.CycleAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(2, world.Acme["Companies"].Count);
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F51_The_second_view_links_to_what_the_first_created_even_if_it_comes_later()
    {
        await using var world = await TwoViewsAsync(3);
        var late = world.Pairings[1];
        world.Pairings.RemoveAt(1);
        await world.GoLiveAsync();

        world.With((CardPairing)late);
        var planned = await world.CycleAsync();
        Assert.All(planned.Plan!.Items, item => Assert.Equal(PlanKind.Link, item.Kind));
        await world.ApproveAsync(planned);
        await world.CycleAsync();

        Assert.Equal(3, world.Acme["Companies"].Count);
        Assert.Equal(3, (await world.LinksAsync(Second)).Count);
    }

    [Fact]
    public async Task F51_A_lineage_names_no_record_of_a_view_that_a_lost_create_could_have_made()
    {
        await using var world = await World.CreateAsync();
        var (companies, groups) = (world.Acme["Companies"], world.Beta["Groups"]);
        var rings = world.Beta.View("Rings", of: "Groups");
        world.With(new(First, companies.Entity, groups.Entity, ["email"], ["name"]));
        world.With(new(Second, companies.Entity, rings.Entity, [], ["email", "name"], createsRight: true));
        await world.GoLiveAsync();
        companies.Add("Ada", "ada@x.no");
        rings.NextAnswerIsLost = true;
        await world.CycleAsync();

        // The first pairing finds it by its address; under its key there, the view shows another one.
        rings.Hidden.UnionWith(["email", "name"]);
        await world.CycleAsync();
        Assert.Equal("g01", Assert.Single(await world.LinksAsync(First)).RightKey);
        groups.Edit("g01", "email", "countess@x.no");
        groups.Edit("g01", "name", "Countess");
        groups.Add("Bob", "bob@x.no", key: "1");
        rings.Hidden.Clear();
        for (var i = 0; i < 3; i++)
            await world.CycleAsync(TimeSpan.FromMinutes(5));

        Assert.Empty(await world.LinksAsync(Second));
        Assert.Equal(2, groups.Count);
        Assert.Contains(
            "stands for Beta Groups g01", Assert.Single(await world.OpenAsync(), item => item.Pairing == Second).Reason,
            StringComparison.Ordinal);
    }

    private static async Task<World> TwoViewsAsync(int groups)
    {
        var world = await World.CreateAsync();
        var companies = world.Acme["Companies"];
        var rings = world.Beta.View("Rings", of: "Groups");
        for (var i = 0; i < groups; i++)
            world.Beta["Groups"].Add($"Group {i}");

        world.With(new(First, companies.Entity, world.Beta["Groups"].Entity, createsLeft: true));
        world.With(new(Second, companies.Entity, rings.Entity, createsLeft: true));
        return world;
    }
}
