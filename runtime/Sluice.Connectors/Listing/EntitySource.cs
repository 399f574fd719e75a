using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Listing;

/// <summary>Reads one entity.</summary>
internal sealed class EntitySource<T> : ISource
    where T : class
{
    private readonly Entity<T> _entity;
    private readonly Reads _reads;
    private readonly Failures _failures;
    private readonly Slices _slices;
    private readonly EntityCalls _calls;

    public EntitySource(Entity<T> entity, Reads reads, EntityCalls calls)
    {
        _entity = entity;
        _reads = reads;
        _failures = new(reads.Options);
        _slices = new(_failures);
        _calls = calls;
    }

    public EntityName Entity => _entity.Name;

    public EntityName PhysicalEntity => _entity.Physical.Name;

    public IReadOnlyList<string> Unlisted => _entity.Unlisted;

    public IAsyncEnumerable<Page> ListAsync(CancellationToken token) =>
        new ListingWalk<T>(_entity, _failures, FetchAsync).RunAsync(token);

    public async Task<Record?> ReadAsync(string key, CancellationToken token)
    {
        // What is no key of this system cannot be there, and must not be asked for: it would be another address.
        if (!_calls.IsKey(key))
            return null;

        var what = $"{_entity.Name.Entity} {key}";
        var answer = await _reads.AskAsync(what, stop => _calls.Get(key, stop), token);
        if (!answer.IsSuccess || _calls.Pick(_slices.Json(what, answer), key) is not { } element)
            return null;

        var record = _entity.Read(element, out var reason) ?? throw _failures.Shape(what, reason!);
        return record with { Version = _calls.Version(answer) ?? record.Version };
    }

    /// <summary>Whether the system has exactly so many records.</summary>
    /// <param name="records">How many.</param>
    /// <param name="ask">
    /// Asks for the record at a position, and for the one behind it where pages can hold both.
    /// </param>
    /// <param name="token">Stops it.</param>
    public async Task<bool> HasAsync(
        int records, Func<Position, CancellationToken, Task<HttpResponseMessage>> ask, CancellationToken token)
    {
        var what = $"the last of {_entity.Name.Entity}";
        var last = Math.Max(records, 1);
        var answer = await _reads.AskAsync(what, stop => ask(new(last - 1, last), stop), token, CallKind.Listing);
        return _calls.Cut(_slices, what, answer).EndsWith(records);
    }

    private async Task<Slice> FetchAsync(Position position, CancellationToken token)
    {
        var what = $"{_entity.Name.Entity}, page {position.Page}";
        var answer = await _reads.AskAsync(what, stop => _calls.List(position, stop), token, CallKind.Listing);
        return _calls.Cut(_slices, what, answer);
    }
}
