using Sluice.Stores.Sqlite;

namespace Sluice.Pipeline.Tests;

public sealed class IntentBookTests
{
    [Fact]
    public async Task Whoever_looks_while_creates_are_sent_takes_none_of_them_for_a_lost_one()
    {
        await using var store = await SqliteStore.OpenAsync(":memory:", StoreAccess.Own);
        var book = new IntentBook(store, new(), TimeProvider.System);
        var run = await store.BeginRunAsync(DateTimeOffset.UnixEpoch);
        using var over = new CancellationTokenSource();
        var looking = Task.Run(
            () =>
            {
                var taken = 0;
                while (!over.IsCancellationRequested)
                    taken += book.Creates.Count;
                return taken;
            },
            TestContext.Current.CancellationToken);

        for (var i = 0; i < 5_000; i++)
        {
            var intent = await book.BeginAsync(new(
                0, run, "acme-people/beta-users", Side.Right, $"p{i}", null, "{}", DateTimeOffset.UnixEpoch,
                IntentState.Open));
            await book.EndAsync(intent, IntentState.NotDone, null, DateTimeOffset.UnixEpoch);
            book.Landed(intent);
        }

        await over.CancelAsync();
        Assert.Equal(0, await looking);
    }
}
