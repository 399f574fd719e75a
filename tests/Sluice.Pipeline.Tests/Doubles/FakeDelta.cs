using System.Globalization;
using System.Runtime.CompilerServices;

namespace Sluice.Pipeline.Tests;

/// <summary>An entity that can also list what changed, by its own stamps.</summary>
internal class FakeDelta(FakeEntity entity) : IDeltaSource
{
    public FakePaging Pages { get; set; }

    /// <summary>Leaves out what has the cursor's own stamp.</summary>
    public bool IsExclusive { get; set; }

    /// <summary>Says after every page how far it is; else only the last page tells where the pull began.</summary>
    public bool TellsEveryPage { get; set; }

    /// <summary>Does not know the cursor of the next pull any more.</summary>
    public bool NextCursorIsForgotten { get; set; }

    /// <summary>What breaks when a cursor is next stepped back.</summary>
    public Exception? NextStepBackFails { get; set; }

    /// <summary>What breaks when changes are next to be listed, before a page is asked for.</summary>
    public Exception? NextBeginningFails { get; set; }

    public EntityName Entity => entity.Entity;

    public EntityName PhysicalEntity => entity.PhysicalEntity;

    public async IAsyncEnumerable<Page> ListAsync([EnumeratorCancellation] CancellationToken token)
    {
        var start = Newest();
        await foreach (var page in entity.ListAsync(token))
            yield return page.EndProof is null ? page : page with { Cursor = start };
    }

    public Task<Record?> ReadAsync(string key, CancellationToken token) => entity.ReadAsync(key, token);

    public IAsyncEnumerable<Page> ListChangedAsync(string cursor, CancellationToken token)
    {
        Break(NextBeginningFails, () => NextBeginningFails = null);
        return ChangedAsync(cursor, token);
    }

    private async IAsyncEnumerable<Page> ChangedAsync(
        string cursor, [EnumeratorCancellation] CancellationToken token)
    {
        var start = Newest() ?? cursor;
        var (last, lastKey, number) = (cursor, "", 1);
        for (; ; number++)
        {
            token.ThrowIfCancellationRequested();
            await entity.AskAsync("changes", number, cursor);
            if (NextCursorIsForgotten)
            {
                NextCursorIsForgotten = false;
                throw new RemoteException(
                    Entity.System, RemoteFailure.Malformed, $"{cursor} is too old.", "List everything.");
            }

            var rows = Rows(cursor).Where(row => Pages switch
            {
                FakePaging.StampAndId => string.CompareOrdinal(row.Stamp, last) is var order
                    && (order > 0 || (order == 0 && string.CompareOrdinal(row.Key, lastKey) > 0)),
                FakePaging.Stamp => string.CompareOrdinal(row.Stamp, last) >= 0,
                _ => true,
            });
            var shown = (Pages == FakePaging.Offset ? rows.Skip((number - 1) * entity.PageSize) : rows)
                .Take(entity.PageSize).ToList();
            if (shown.Count > 0)
                (last, lastKey) = (shown[^1].Stamp, shown[^1].Key);

            // A full page means: ask again.
            var isLast = shown.Count < entity.PageSize;
            yield return entity.PageOf(shown) with
            {
                EndProof = isLast ? $"page {number} is not full" : null,
                Cursor = TellsEveryPage ? Later(last, isLast ? start : last) : isLast ? start : null,
            };
            if (isLast)
                yield break;
        }
    }

    public string Earlier(string cursor, TimeSpan by)
    {
        Break(NextStepBackFails, () => NextStepBackFails = null);
        var seconds = DateTime.ParseExact(cursor[..19], "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return (seconds - TimeSpan.FromSeconds(Math.Ceiling(by.TotalSeconds)))
            .ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + cursor[19..];
    }

    private static void Break(Exception? failure, Action clear)
    {
        clear();
        if (failure is not null)
            throw failure;
    }

    private static string Later(string one, string other) => string.CompareOrdinal(one, other) > 0 ? one : other;

    private string? Newest() =>
        entity.Index().Values.Select(version => version.Stamp).Order(StringComparer.Ordinal).LastOrDefault();

    private IEnumerable<FakeVersion> Rows(string cursor) => entity.Index().Values
        .Where(row => string.CompareOrdinal(row.Stamp, cursor) is var order
            && (order > 0 || (order == 0 && !IsExclusive)))
        .OrderBy(row => row.Stamp, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal);
}
