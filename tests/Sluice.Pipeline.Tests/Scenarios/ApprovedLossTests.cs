namespace Sluice.Pipeline.Tests;

/// <summary>F15: what a person approved as gone in masses, and what is in its way then.</summary>
public sealed class ApprovedLossTests
{
    private const string Pairing = "acme-people/beta-users";

    [Fact]
    public async Task F15_Who_was_deleted_and_made_again_in_masses_is_linked_anew_once_that_is_approved()
    {
        await using var world = await LinkedAsync();
        Replace(world, 1, 12);
        world.Users.Add("New", "new@x.no");
        var open = (await world.CycleAsync()).Pairings[0].Breaker!;
        Assert.Empty(world.Writes);

        await ApproveAsync(world, open.Plan);
        var report = await world.CycleAsync();

        Assert.Equal("create", Assert.Single(world.Writes).Kind);
        Assert.False(report.IsBreakerOpen);
        Assert.Empty(await world.OpenAsync());
        Assert.Equal(
            Enumerable.Range(1, 12).Select(i => ($"q{i:00}", $"u{i:00}")),
            (await world.LinksAsync()).Where(link => link.State == LinkState.Live && link.LeftKey[0] == 'q')
                .Select(link => (link.LeftKey, link.RightKey)).Order());
        await world.QuiesceAsync();
        Assert.Equal((31, 31), (world.People.Count, world.Users.Count));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F15_An_approval_that_a_setting_is_in_the_way_of_is_kept_and_stops_nobody_else()
    {
        await using var world = await LinkedAsync();
        world.Policies["Beta"] = new(ReadOnly: true, AllowCredentialWrites: true);
        world.Restart();
        for (var i = 1; i <= 12; i++)
            world.People.Delete($"p{i:00}");
        var open = (await world.CycleAsync()).Pairings[0].Breaker!;
        Assert.False(open.IsApproved);
        await ApproveAsync(world, open.Plan);
        world.Users.Add("New", "new@x.no");

        for (var i = 0; i < 3; i++)
        {
            var report = await world.CycleAsync();
            Assert.Equal(i == 0 ? ["create Acme"] : [], world.Writes.Select(call => $"{call.Kind} {call.System}"));
            Assert.True(report.Pairings[0].Breaker?.IsApproved);
            var items = await world.OpenAsync();
            Assert.Equal(12, items.Count);
            Assert.All(items, item => Assert.Contains("read-only", item.Reason, StringComparison.Ordinal));
        }

        world.Policies.Clear();
        world.Restart();
        Assert.False((await world.CycleAsync()).IsBreakerOpen);
        Assert.Equal(12, world.Writes.Count(call => call.Kind == "delete"));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F15_A_delete_that_is_approved_and_does_not_come_through_needs_no_second_approval()
    {
        await using var world = await LinkedAsync();
        world.Options.Breaker.Pairings[Pairing] = new() { Count = 0, Share = 0 };
        world.Restart();
        for (var i = 1; i <= 12; i++)
            world.People.Delete($"p{i:00}");
        await ApproveAsync(world, (await world.CycleAsync()).Pairings[0].Breaker!.Plan);
        world.Users.NextIsNotDone = true;

        Assert.True((await world.CycleAsync()).Pairings[0].Breaker?.IsApproved);
        Assert.Equal(19, world.Users.Count);

        Assert.False((await world.CycleAsync()).IsBreakerOpen);
        Assert.Equal(18, world.Users.Count);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F15_What_is_never_deleted_keeps_no_breaker_open_after_the_approval()
    {
        await using var world = await LinkedAsync();
        world.Beta.Self = new(world.Users.Entity, "u05");
        world.Restart();
        for (var i = 1; i <= 12; i++)
            world.People.Delete($"p{i:00}");
        await ApproveAsync(world, (await world.CycleAsync()).Pairings[0].Breaker!.Plan);

        Assert.False((await world.CycleAsync()).IsBreakerOpen);
        for (var i = 0; i < 2; i++)
        {
            var item = Assert.Single(await world.OpenAsync());
            Assert.Equal("u05", item.Key);
            Assert.EndsWith("which is never deleted.", item.Reason, StringComparison.Ordinal);
            Assert.False((await world.CycleAsync()).IsBreakerOpen);
            Assert.Empty(world.Writes);
        }
    }

    [Fact]
    public async Task F15_Whoever_waits_for_what_else_is_gone_is_told_so_and_follows_its_approval()
    {
        await using var world = await LinkedAsync();
        Replace(world, 1, 12);
        await ApproveAsync(world, (await world.CycleAsync()).Pairings[0].Breaker!.Plan);
        for (var i = 13; i <= 24; i++)
            world.People.Delete($"p{i:00}");

        var second = (await world.CycleAsync()).Pairings[0].Breaker!;
        Assert.Empty(world.Writes);
        Assert.False(second.IsApproved);
        var waiting = (await world.OpenAsync()).Where(item => string.CompareOrdinal(item.Key, "u13") < 0).ToList();
        Assert.Equal(12, waiting.Count);
        Assert.All(waiting, item => Assert.EndsWith(
            "is decided when so many more are gone no longer, or that is approved, too.", item.Reason,
            StringComparison.Ordinal));

        await ApproveAsync(world, second.Plan);
        Assert.False((await world.CycleAsync()).IsBreakerOpen);
        Assert.Equal(
            Enumerable.Range(13, 12).Select(i => $"u{i}"),
            world.Writes.Where(call => call.Kind == "delete").Select(call => call.Key!).Order());
        await world.QuiesceAsync();
        Assert.Equal((18, 18), (world.People.Count, world.Users.Count));
        Assert.Empty(await world.OpenAsync());
    }

    private static Task ApproveAsync(World world, string plan) =>
        world.Store.RequestApprovalAsync(plan, world.Clock.GetUtcNow()).AsTask();

    private static void Replace(World world, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            world.People.Delete($"p{i:00}");
            world.People.Add($"Name {i}", $"n{i}@x.no", "0", key: $"q{i:00}");
        }
    }

    private static async Task<World> LinkedAsync()
    {
        var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        world.Options.Deletes.Set(Pairing, DeletePolicy.Propagate);
        world.People.PageSize = world.Users.PageSize = 50;
        for (var i = 1; i <= 30; i++)
        {
            world.People.Add($"Name {i}", $"n{i}@x.no", "0");
            world.Users.Add($"Name {i}", $"n{i}@x.no", "0");
        }

        await world.GoLiveAsync();
        await world.CycleAsync();
        return world;
    }
}
