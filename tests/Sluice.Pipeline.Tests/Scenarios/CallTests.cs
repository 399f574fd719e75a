namespace Sluice.Pipeline.Tests;

public sealed class CallTests
{
    [Fact]
    public async Task A_first_merge_that_writes_nothing_costs_no_call()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Ada", "Ada@x.no");
        await world.ApproveAsync(await world.CycleAsync());

        await world.CycleAsync();

        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        Assert.Single(await world.LinksAsync());
        world.People.Edit("p01", "name", "Ada Lovelace");
        await world.CycleAsync();
        Assert.Equal("Ada Lovelace", (string?)world.Users["u01"]["name"]);
    }

    [Fact]
    public async Task A_first_merge_that_writes_reads_both_records_before_it()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("", "ada@x.no");
        await world.ApproveAsync(await world.CycleAsync());

        await world.CycleAsync();

        Assert.Equal(["read", "read", "update"], world.Calls.Select(call => call.Kind).Where(kind => kind != "list"));
    }

    [Fact]
    public async Task What_changes_between_a_listing_and_its_first_merge_is_an_edit_of_the_next_cycle()
    {
        World? edited = null;
        await using var world = await World.CreateAsync(beforeStore: name =>
        {
            if (name == nameof(IStore.LinkAsync))
                edited?.People.Edit("p01", "name", "Ada Lovelace");
            return Task.CompletedTask;
        });
        world.Copies();
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Ada", "ada@x.no");
        await world.ApproveAsync(await world.CycleAsync());
        edited = world;

        await world.CycleAsync();
        Assert.Equal("Ada", (string?)world.Users["u01"]["name"]);

        await world.CycleAsync();
        Assert.Equal("Ada Lovelace", (string?)world.Users["u01"]["name"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(0, 2)]
    public async Task A_record_is_created_from_a_page_only_while_a_read_would_show_no_more(int settleBound, int calls)
    {
        await using var world = await World.CreateAsync();
        world.Policies["Acme"] = new(false, false) { SettleBound = TimeSpan.FromSeconds(settleBound) };
        world.Mirrors();
        for (var i = 0; i < 5; i++)
            world.People.Add($"Person {i}", $"person{i}@x.no");
        await world.ApproveAsync(await world.CycleAsync());

        await world.CycleAsync();

        Assert.Equal(5, world.Users.Count);
        Assert.Equal(5 * calls, world.Calls.Count(call => call.Kind != "list"));
    }

    [Fact]
    public async Task A_second_view_of_what_was_created_costs_no_call()
    {
        await using var world = await World.CreateAsync();
        var (companies, groups) = (world.Acme["Companies"], world.Beta["Groups"]);
        var rings = world.Beta.View("Rings", of: "Groups");
        for (var i = 0; i < 5; i++)
            groups.Add($"Group {i}");
        world.Policies["Beta"] = new(false, false) { SettleBound = TimeSpan.Zero };
        world.With(new("acme-companies/beta-groups", companies.Entity, groups.Entity, createsLeft: true));
        world.With(new("acme-companies/beta-rings", companies.Entity, rings.Entity, createsLeft: true));
        await world.ApproveAsync(await world.CycleAsync());

        await world.CycleAsync();

        Assert.Equal(5, companies.Count);
        Assert.Equal(5, (await world.LinksAsync("acme-companies/beta-rings")).Count);
        Assert.Equal(10, world.Calls.Count(call => call.Kind != "list"));
    }
}
