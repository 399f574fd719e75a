namespace Sluice.Pipeline;

/// <summary>Asks by key for what a listing does not show.</summary>
internal sealed class Verification(Topology topology, Protections protections)
{
    /// <summary>How many of the records that a listing left out are asked for before it is believed.</summary>
    public const int Sample = 3;

    /// <returns>The record as it is now; null where it is gone.</returns>
    public Task<Record?> AskAsync(EntityName entity, string key, CancellationToken token) =>
        !protections.Has(Protection.VerifyDeletes) ? Task.FromResult<Record?>(null)
        : topology.Source(entity) is { } source ? source.ReadAsync(key, token)
        : throw new InvalidOperationException($"{entity} is not configured.");

    /// <summary>One of some records that is there although a listing left it out; null where none is.</summary>
    public async Task<string?> LeftOutAsync(EntityName entity, IEnumerable<string> missing, CancellationToken token)
    {
        foreach (var key in missing)
            if (await AskAsync(entity, key, token) is { } record && Keys.AreSame(record.Key, key))
                return key;

        return null;
    }
}
