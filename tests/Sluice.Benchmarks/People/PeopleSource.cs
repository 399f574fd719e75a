using System.Runtime.CompilerServices;

namespace Sluice.Benchmarks.People;

/// <summary>
/// Lists people that are made while they are listed, or kept in memory so that making them costs nothing.
/// </summary>
internal sealed class PeopleSource : ISource
{
    private const int PageSize = 500;
    private readonly Func<long, Record> _make;
    private readonly int _count;
    private readonly Page[]? _kept;
    private readonly Func<string, Record?> _read;

    public PeopleSource(
        EntityName entity, int count, Func<long, Record> make, Func<string, Record?> read, bool isKept)
    {
        (Entity, _count, _make, _read) = (entity, count, make, read);
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

    /// <summary>How often a record was asked for by its key.</summary>
    public int Reads { get; private set; }

    public Task<Record?> ReadAsync(string key, CancellationToken token)
    {
        Reads++;
        return Task.FromResult(_read(key));
    }

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
