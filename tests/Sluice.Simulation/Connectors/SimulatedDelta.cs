using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Listing;

namespace Sluice.Simulation;

/// <summary>An entity whose system can also list what changed, in the order of its own stamps.</summary>
internal class SimulatedDelta<T>(
    SimulatedSource<T> source, Entity<T> entity, Reads reads, string table,
    Func<string, CancellationToken, Task<HttpResponseMessage>> get) : IDeltaSource, IMergedRecords
    where T : class
{
    private readonly Slices _slices = new(new(reads.Options));
    private readonly int _size = reads.Options.PageSize;

    public EntityName Entity => source.Entity;

    public EntityName PhysicalEntity => source.PhysicalEntity;

    public Task<Record?> ReadAsync(string key, CancellationToken token) => source.ReadAsync(key, token);

    public Task<string?> MergedIntoAsync(string key, CancellationToken token) => source.MergedIntoAsync(key, token);

    public async IAsyncEnumerable<Page> ListAsync([EnumeratorCancellation] CancellationToken token)
    {
        // Before the first page: what is changed while the pages are read has a later stamp.
        const string what = "the newest stamp";
        var answer = await reads.AskAsync(what, stop => get($"newest/{table}", stop), token);
        var newest = Members.Text(_slices.Json(what, answer), "newest");
        await foreach (var page in source.ListAsync(token))
            yield return page.EndProof is null ? page : page with { Cursor = newest };
    }

    public async IAsyncEnumerable<Page> ListChangedAsync(
        string cursor, [EnumeratorCancellation] CancellationToken token)
    {
        var (since, after) = (cursor, "");
        for (var number = 1; ; number++)
        {
            var what = $"{Entity.Entity} changed since {cursor}, page {number}";
            var path = $"{table}?since={Uri.EscapeDataString(since)}&after={after}&limit={_size}";
            var answer = await reads.AskAsync(what, stop => get(path, stop), token);
            var slice = _slices.Enveloped(what, answer, "items", "total");
            var records = new List<Record>();
            foreach (var element in slice.Elements)
            {
                records.Add(entity.Read(element, out var reason) ?? throw new InvalidOperationException(reason));
                (since, after) = (Members.Text(element, "modified")!, records[^1].Key);
            }

            var isLast = slice.Total <= slice.Elements.Count;
            yield return new(records, [])
            {
                Cursor = records.Count == 0 ? null : since,
                EndProof = isLast ? "no more than this" : null,
            };
            if (isLast)
                yield break;
        }
    }

    /// <summary>Whether the system has exactly so many records.</summary>
    public async Task<bool> HasAsync(int records, CancellationToken token)
    {
        var what = $"how many {Entity.Entity} there are";
        var answer = await reads.AskAsync(what, stop => get($"{table}?offset=0&limit=1", stop), token);
        return _slices.Enveloped(what, answer, "items", "total").Total == records;
    }

    public string Earlier(string cursor, TimeSpan by) =>
        (DateTimeOffset.Parse(cursor, CultureInfo.InvariantCulture) - by).ToString("O", CultureInfo.InvariantCulture);
}
