namespace Sluice.Pipeline;

/// <summary>
/// Settles creates that timed out or whose process died: what was created is found and linked; what was not is free to be
/// created again, but never before a late commit can no longer arrive.
/// </summary>
internal sealed class CreateRecovery(Topology topology, IStore store, PipelineOptions options, TimeProvider clock, Linker linker)
{
    /// <summary>Creates that are not settled, by the entity that was to be created.</summary>
    public async ValueTask<ILookup<EntityName, Intent>> OpenAsync() =>
        (from intent in await store.OpenIntentsAsync(null)
         where intent.TargetKey is null
         let pairing = topology.Pairings.FirstOrDefault(known => known.Descriptor.Name == intent.Pairing)
         where pairing is not null
         select (pairing.Descriptor[intent.Side].Name, intent)).ToLookup(open => open.Name, open => open.intent);

    /// <summary>Settles one create after a complete listing of its entity.</summary>
    public async Task SettleAsync(PairingTurn turn, Intent intent, OrphanSearch search)
    {
        var (descriptor, entity) = (turn.Descriptor, turn.Descriptor[intent.Side].Name);
        var hits = await UnknownBeforeAsync(intent, entity, search.Hits(intent));
        if (hits is [var found])
        {
            var identity = await OriginAsync(descriptor[intent.Side.Other()].Name, intent.OriginKey);
            await linker.CreatedAsync(turn, intent.Side, (intent.OriginKey, identity), found, intent.Id, "created: found after its answer was lost");
            return;
        }

        if (hits.Count > 1)
            await OpenAsync(turn, intent, OpenKind.Review,
                $"One of {string.Join(", ", hits.Select(hit => hit.Key))} in {entity} is what was created for it at {intent.At:u}; which one is not known.");
        else if (clock.GetUtcNow() < intent.At + options.LateCommitBound)
            await OpenAsync(turn, intent, OpenKind.Waiting,
                $"Whether {entity} was created for it at {intent.At:u} is not known; it may still arrive until {intent.At + options.LateCommitBound:u}.");
        else
            await store.EndIntentAsync(intent.Id, IntentState.NotDone, "not found after the late-commit bound", clock.GetUtcNow());
    }

    private async Task<RecordId> OriginAsync(EntityName entity, string key) =>
        topology.Source(entity) is { } source && await source.ReadAsync(key, CancellationToken.None) is { } origin
            ? origin.Identity
            : new(topology.Physical(entity), key);

    private async ValueTask<List<Record>> UnknownBeforeAsync(Intent intent, EntityName entity, IReadOnlyList<Record> hits)
    {
        var before = await store.KnownBeforeAsync(entity, [.. hits.Select(hit => hit.Key)], intent.At);
        var fresh = new List<Record>();
        foreach (var hit in hits.Where(hit => !before.Contains(hit.Key)))
            if ((await store.LineageAsync(hit.Identity)).Count == 0)
                fresh.Add(hit);

        return fresh;
    }

    private ValueTask OpenAsync(PairingTurn turn, Intent intent, OpenKind kind, string reason) => turn.Open.OpenAsync(new(
        kind, intent.Pairing, intent.Side.Other(), intent.OriginKey, reason, turn.Descriptor.Line, clock.GetUtcNow()));
}
