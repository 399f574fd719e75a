namespace Sluice.Pipeline.Tests;

/// <summary>Properties that a read shows and a listing never does, as the lines of an order.</summary>
public sealed class UnlistedTests
{
    [Fact]
    public async Task F48_An_edit_that_no_listing_shows_is_carried_as_soon_as_its_record_is_listed_with_anything_new()
    {
        await using var world = await LinkedAsync(records: 1);
        world.Users.Edit("u01", "phone", "1");
        await world.CycleAsync();
        Assert.Equal("1", (string?)world.People["p01"]["phone"]);

        await world.CycleAsync();
        world.People.Edit("p01", "phone", "2");
        await world.CycleAsync();
        Assert.Equal("2", (string?)world.Users["u01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F48_What_listings_never_show_has_not_vanished_and_costs_no_call_while_nothing_is_new()
    {
        await using var world = await LinkedAsync(records: 12);
        for (var i = 1; i <= 12; i++)
            world.Users.Edit($"u{i:00}", "name", $"Countess {i}");
        for (var i = 0; i < 3; i++)
            await world.CycleAsync();

        Assert.Empty(await world.OpenAsync());
        world.Calls.Clear();
        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
    }

    private static async Task<World> LinkedAsync(int records)
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.Users.Unlisted.Add("phone");
        for (var i = 1; i <= records; i++)
        {
            world.People.Add($"Ada {i}", $"ada{i}@x.no", "0");
            world.Users.Add($"Ada {i}", $"ada{i}@x.no", "0");
        }

        await world.GoLiveAsync();
        await world.CycleAsync();
        await world.CycleAsync();
        return world;
    }
}
