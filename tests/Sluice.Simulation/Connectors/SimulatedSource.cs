using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Listing;

namespace Sluice.Simulation;

/// <summary>An entity whose system remembers what was merged into what.</summary>
internal sealed class SimulatedSource<T>(
    EntitySource<T> source, Reads reads, string table, Func<string, CancellationToken, Task<HttpResponseMessage>> get)
    : ISource, IMergedRecords
    where T : class
{
    private readonly Slices _slices = new(new(reads.Options));

    public EntityName Entity => source.Entity;

    public EntityName PhysicalEntity => source.PhysicalEntity;

    public IAsyncEnumerable<Page> ListAsync(CancellationToken token) => source.ListAsync(token);

    public Task<Record?> ReadAsync(string key, CancellationToken token) => source.ReadAsync(key, token);

    public async Task<string?> MergedIntoAsync(string key, CancellationToken token)
    {
        var what = $"what {key} was merged into";
        var answer = await reads.AskAsync(what, stop => get($"merged/{table}/{key}", stop), token);
        return Members.Text(_slices.Json(what, answer), "into");
    }
}
