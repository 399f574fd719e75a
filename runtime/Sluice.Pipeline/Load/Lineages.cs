namespace Sluice.Pipeline;

/// <summary>
/// Finds what a record already has in another system by way of other pairings, so that it is not made twice.
/// </summary>
internal sealed class Lineages(Topology topology, IStore store, Protections protections)
{
    /// <returns>The live records of an entity that stand for the same thing as a record.</returns>
    public async ValueTask<IReadOnlyList<RecordId>> CounterpartsAsync(RecordId record, EntityName entity)
    {
        if (!protections.Has(Protection.OnePerLineage))
            return [];

        var physical = topology.Physical(entity);
        return [.. (await store.LineageAsync(record)).Where(other => other.Entity == physical)];
    }
}
