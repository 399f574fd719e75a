namespace Sluice.Pipeline.Tests;

public sealed class FlowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_slow_store_keeps_the_listing_from_running_ahead(int buffer)
    {
        const int Pages = 20;
        using var released = new SemaphoreSlim(0);
        using var listed = new SemaphoreSlim(0);
        var taken = 0;
        var ahead = 0;
        await using var world = await World.CreateAsync(
            beforeStore: name => name == nameof(IStore.CompareAsync) ? TakeAsync() : Task.CompletedTask);
        world.Options.Buffer = buffer;
        world.Mirrors();
        for (var i = 0; i < Pages * world.People.PageSize; i++)
            world.People.Add($"P{i}");
        world.People.OnPage = page =>
        {
            ahead = Math.Max(ahead, page - Volatile.Read(ref taken));
            listed.Release();
            return Task.CompletedTask;
        };

        var cycle = world.CycleAsync();
        for (var page = 1; page <= Pages; page++)
        {
            await listed.WaitAsync(TestContext.Current.CancellationToken);
            if (page > buffer)
                released.Release();
        }

        released.Release(2 * Pages);
        await cycle;

        // One page is in the store's hands and the buffer is full: no further one was asked for.
        Assert.Equal(buffer + 1, ahead);

        async Task TakeAsync()
        {
            await released.WaitAsync(TestContext.Current.CancellationToken);
            Interlocked.Increment(ref taken);
        }
    }

    [Fact]
    public async Task A_stop_takes_effect_between_two_operations_and_the_write_in_flight_is_seen_through()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        for (var i = 0; i < 5; i++)
            world.People.Add($"P{i}");
        await world.ApproveAsync(await world.CycleAsync());
        using var stop = new CancellationTokenSource();
        world.Users.WhileSending = async () => await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.StoppableCycleAsync(stop.Token));

        Assert.Single(world.Users.Keys);
        Assert.Single(await world.LinksAsync());
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        world.Users.WhileSending = null;
        await world.QuiesceAsync();
        Assert.Equal(5, world.Users.Count);
    }

    [Fact]
    public async Task A_stop_while_listing_decides_nothing()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        for (var i = 0; i < 6; i++)
            world.People.Add($"P{i}", $"p{i}@x.no");
        await world.ApproveAsync(await world.CycleAsync());
        using var stop = new CancellationTokenSource();
        world.People.OnPage = async page =>
        {
            if (page == 2)
                await stop.CancelAsync();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.StoppableCycleAsync(stop.Token));

        Assert.Empty(world.Writes);
        Assert.Empty(await world.LinksAsync());
    }

    [Fact]
    public async Task Each_entity_is_listed_once_for_all_pairings_and_only_where_it_is_needed()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.With(
            new("acme-people/beta-users-too", world.People.Entity, world.Beta["Others"].Entity, ["name"], ["name"]));
        world.People.PageSize = 100;
        world.People.Add("Ada");
        await world.GoLiveAsync();

        await world.CycleAsync();

        Assert.Equal(["list Acme People", "list Beta Others"], world.Calls.Select(call => call.ToString()).Order());
    }
}
