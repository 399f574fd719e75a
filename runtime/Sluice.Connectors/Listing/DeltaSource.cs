using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Listing;

/// <summary>Reads one entity, all of it or what changed.</summary>
/// <remarks>
/// The cursor is the latest stamp on the first page of a listing. What changes after that page was asked for gets a
/// later stamp, and what changed before shows in the listing, in whatever order it comes; so nothing falls between two
/// listings, and no call is spent on asking what time it is there. Where changes take several pages, some of them are
/// shown again in the next listing.
/// </remarks>
internal sealed class DeltaSource<T>(Entity<T> entity, Reads reads, EntityCalls calls, DeltaCalls<T> delta)
    : ICountedSource
    where T : class
{
    // Seven digits of a second, as the finest of the vendors' stamps.
    private const string Notation = "O";

    private readonly EntitySource<T> _all = new(entity, reads, calls);
    private readonly Failures _failures = new(reads.Options);

    public EntityName Entity => _all.Entity;

    public EntityName PhysicalEntity => _all.PhysicalEntity;

    public IReadOnlyList<string> Unlisted => _all.Unlisted;

    public IAsyncEnumerable<Page> ListAsync(CancellationToken token) => WithCursorAsync(_all, null, token);

    public IAsyncEnumerable<Page> ListChangedAsync(string cursor, CancellationToken token)
    {
        var since = Parse(cursor);
        var changed = new EntitySource<T>(
            entity, reads, calls with { List = (position, stop) => delta.List(since, position, stop) });
        return WithCursorAsync(changed, since, token);
    }

    public string Earlier(string cursor, TimeSpan by) => Text(Parse(cursor) - by);

    public Task<Record?> ReadAsync(string key, CancellationToken token) => _all.ReadAsync(key, token);

    public Task<bool> HasAsync(int records, CancellationToken token) => _all.HasAsync(records, delta.At, token);

    private async IAsyncEnumerable<Page> WithCursorAsync(
        EntitySource<T> source, DateTimeOffset? since, [EnumeratorCancellation] CancellationToken token)
    {
        var cursor = since;
        var isFirst = true;
        await foreach (var page in source.ListAsync(token))
        {
            if (isFirst)
                cursor = page.Records.Select(record => delta.ChangedAt((T)record.Value)).Append(since).Max();

            isFirst = false;
            yield return page.EndProof is null || cursor is null ? page : page with { Cursor = Text(cursor.Value) };
        }
    }

    private DateTimeOffset Parse(string cursor) => DateTimeOffset.TryParseExact(
        cursor, Notation, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var stamp)
        ? stamp
        : throw _failures.Shape($"the changes of {entity.Name.Entity}", $"'{cursor}' is no place to start from");

    private static string Text(DateTimeOffset stamp) =>
        stamp.ToUniversalTime().ToString(Notation, CultureInfo.InvariantCulture);
}
