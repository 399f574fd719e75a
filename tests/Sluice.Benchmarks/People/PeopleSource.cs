using System.Runtime.CompilerServices;

namespace Sluice.Benchmarks.People;

/// <summary>Lists people that are made while they are listed, or kept in memory so that making them costs nothing.</summary>
internal sealed class PeopleSource : ISource
{
    private const int PageSize = 500;
    private readonly Func<long, Record> _make;
    private readonly int _count;
    private readonly Page[]? _kept;

    public PeopleSource(EntityName entity, int count, Func<long, Record> make, bool isKept)
    {
        (Entity, _count, _make) = (entity, count, make);
        _kept = isKept ? [.. Pages()] : null;
    }

    public EntityName Entity { get; }

    public async IAsyncEnumerable<Page> ListAsync([EnumeratorCancellation] CancellationToken token)
    {
        foreach (var page in _kept ?? Pages())
        {
            token.ThrowIfCancellationRequested();
            yield return page;
        }

        await ValueTask.CompletedTask;
    }

    public Task<Record?> ReadAsync(string key, CancellationToken token) =>
        throw new InvalidOperationException($"Nothing here is to be asked for by its key, but {Entity} {key} was.");

    private IEnumerable<Page> Pages()
    {
        for (var from = 0; from < _count; from += PageSize)
        {
            var records = new Record[Math.Min(PageSize, _count - from)];
            for (var i = 0; i < records.Length; i++)
                records[i] = _make(from + i);
            yield return new(records, []) { EndProof = from + records.Length == _count ? "all were listed" : null };
        }
    }
}
