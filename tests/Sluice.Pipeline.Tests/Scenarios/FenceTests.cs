using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Stores.Sqlite;

namespace Sluice.Pipeline.Tests;

/// <summary>F41: two engines over one store, one of which was held up and does not know of the other.</summary>
public sealed class FenceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-fence-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task F41_An_engine_that_sleeps_through_a_takeover_stores_nothing_more_and_sends_one_call_at_most()
    {
        var file = Path.Combine(_folder, "sluice.db");
        await using var world = await World.CreateAsync(file);
        world.Mirrors();
        for (var i = 0; i < 4; i++)
            world.People.Add($"Person {i}");
        await world.ApproveAsync(await world.CycleAsync());

        // In the middle of its second create the first engine stands still for a minute, and another one takes over.
        SqliteStore? taken = null;
        CycleRunner? second = null;
        var calls = 0;
        world.Users.WhileSending = async () =>
        {
            if (++calls != 2)
                return;

            world.Users.WhileSending = null;
            world.Clock.Advance(TimeSpan.FromSeconds(60));
            (taken, second) = await TakeOverAsync(world, file);
            await second.RunAsync(null, TestContext.Current.CancellationToken);
            world.Calls.Clear();
        };

        await Assert.ThrowsAsync<FencedException>(() => world.CycleAsync());
        Assert.DoesNotContain(world.Calls, call => call.IsWrite);
        Assert.Equal(2, calls);

        // What the call in flight created is found by the new owner, and nothing is made twice.
        for (var cycle = 0; cycle < 8; cycle++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await second!.RunAsync(null, TestContext.Current.CancellationToken);
        }

        Assert.Equal(4, world.Users.Count);
        Assert.Equal(
            ["Person 0", "Person 1", "Person 2", "Person 3"],
            world.Users.Keys.Select(key => (string)world.Users[key]["name"]!).Order(StringComparer.Ordinal));
        Assert.Equal(4, (await taken!.LinksAsync("acme-people/beta-users", 0, 10)).Count);
        await taken.DisposeAsync();
    }

    [Fact]
    public async Task F02_F41_An_engine_that_sleeps_before_it_sends_does_not_send_what_the_next_has_given_up()
    {
        var file = Path.Combine(_folder, "sluice.db");
        await using var world = await World.CreateAsync(file);
        world.Mirrors();
        world.People.Add("Ada");
        await world.ApproveAsync(await world.CycleAsync());

        // What is journalled and not sent is looked for, in vain, and made by the next engine meanwhile.
        SqliteStore? taken = null;
        world.Users.BeforeSending = async () =>
        {
            (taken, var second) = await TakeOverAsync(world, file);
            for (var cycle = 0; cycle < 8; cycle++)
            {
                world.Clock.Advance(TimeSpan.FromMinutes(1));
                await second.RunAsync(null, TestContext.Current.CancellationToken);
            }
        };

        await Assert.ThrowsAsync<FencedException>(() => world.CycleAsync());

        Assert.Equal("Ada", (string?)world.Users[world.Users.Keys.Single()]["name"]);
        await taken!.DisposeAsync();
    }

    private static async Task<(SqliteStore Store, CycleRunner Engine)> TakeOverAsync(World world, string file)
    {
        File.Delete(file + ".lock");
        var store = await SqliteStore.OpenAsync(file, StoreAccess.Own);
        return (store, new(
            new(world.Pairings, [world.Acme, world.Beta], [world.Acme, world.Beta], world.Policies), store,
            world.Options, world.Clock, NullLogger<CycleRunner>.Instance));
    }
}
