using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Listing;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>Reads one entity by its routes.</summary>
internal sealed class RestSource<T> : ISource
    where T : class
{
    private readonly RestSystem _system;
    private readonly EntityOptions _options;
    private readonly Entity<T> _entity;
    private readonly Reads _reads;
    private readonly RestPages _pages;
    private readonly RestKeys _keys;
    private readonly IReadOnlyList<(string, string)> _fields;

    public RestSource(RestSystem system, EntityOptions options, Entity<T> entity, IReadOnlyList<string> paths)
    {
        (_system, _options, _entity) = (system, options, entity);
        _reads = new(system.Exchange);
        _keys = new(options.Key);
        _fields = [.. AskedFields.Of(options, paths)];
        _pages = new(options, system.Caller.Address(List), system.Failures);
    }

    public EntityName Entity => _entity.Name;

    public ChangeOptions Changes => _options.Changes;

    public string? Modified => _options.Modified;

    public TimeForm TimeForm => _options.TimeForm;

    public IAsyncEnumerable<Page> ListAsync(CancellationToken token) => Listing([]).ListAsync(token);

    /// <summary>Lists the records of which more is said in the query.</summary>
    public IAsyncEnumerable<Page> ListAsync(string parameter, string value, CancellationToken token) =>
        Listing([(parameter, value)]).ListAsync(token);

    public Task<Record?> ReadAsync(string key, CancellationToken token) => Listing([]).ReadAsync(key, token);

    /// <summary>Whether a page tells how many records there are, by what stands at a position or by a total.</summary>
    public bool CanCount => IsPositional || _options.Envelope.HasTotal;

    /// <summary>Whether the system has exactly so many records.</summary>
    public Task<bool> HasAsync(int records, CancellationToken token) => Listing([]).HasAsync(
        records,
        (at, stop) => _system.Caller.GetAsync(
            IsPositional ? PageAddress(at, Around, []) : PageAddress(new(0, 1), 1, []), stop),
        token);

    private bool IsPositional =>
        _options.Paging is { Style: PagingStyle.Offset } or { Style: PagingStyle.Page, Size: not null };

    // Pages that are numbered begin at multiples of their size.
    private int Around => _options.Paging.Style == PagingStyle.Page ? 1 : 2;

    private string List => _options.List!.Fill(_ => null)!;

    private EntitySource<T> Listing(IReadOnlyList<(string, string)> more) => new(_entity, _reads, new()
    {
        List = (at, token) => _system.Caller.GetAsync(PageAddress(at, _system.Options.PageSize, more), token),
        Cut = _pages.Cut,
        Get = (key, token) => _system.Caller.GetAsync(
            _system.Caller.Address(_options.Get!.Fill(_keys.Places(key))!, _fields), token),
        Pick = (body, _) => _options.Envelope.Item is { } item ? JsonPlace.Find(body, item) : body,
        Version = answer => _options.Concurrency == ConcurrencyStyle.ETag ? EntityTag.Of(answer) : null,
        IsKey = _keys.IsKey,
    });

    private Uri PageAddress(Position at, int size, IReadOnlyList<(string, string)> more) =>
        at.Next is { } next && _options.Paging.Style == PagingStyle.NextLink
            ? new(next)
            : _system.Caller.Address(
                List, [.. PageQuery.Of(_options.Paging, at, size), .. _fields, .. more]);
}
