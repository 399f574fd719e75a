namespace Sluice.Pipeline;

/// <summary>Makes a plan of what the pairings' turns collected, and keeps it to be approved.</summary>
internal sealed class PlanPublisher(
    Topology topology, IStore store, TimeProvider clock, Listings listings, RecentRecords recent,
    PlanCollector collected)
{
    /// <param name="observing">The pairings that were looked at to the end and wait for an approval, with their
    /// fingerprints.</param>
    /// <param name="token">Stops a listing that is searched for duplicates.</param>
    public async Task<SyncPlan> PublishAsync(IReadOnlyDictionary<string, string> observing, CancellationToken token)
    {
        var duplicates = await DuplicatesAsync(token);
        var operations = collected.Operations.Where(operation => observing.ContainsKey(operation.Pairing)).ToList();
        var hash = RecordHash.Of(
            observing.OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => $"{state.Key} {state.Value}")
                .Concat(
                    operations.OrderBy(operation => operation.Pairing, StringComparer.Ordinal)
                        .ThenBy(operation => operation.Operation, StringComparer.Ordinal)
                        .Select(operation => $"{operation.Pairing} {operation.Operation}")))[..12];
        if (observing.Count > 0)
            await store.SavePlanAsync(new(hash, clock.GetUtcNow(), observing, operations));

        return new(hash, collected.Items(), duplicates, collected.Calls)
        {
            NeedApproval = [.. observing.Keys.Order(StringComparer.Ordinal)],
            Empty =
            [
                .. collected.Creates.Select(Target).Distinct().Order()
                    .Where(entity => listings.Of(entity) is { IsComplete: true, IsDelta: false, Seen: 0 })
                    .Select(entity => entity.ToString()),
            ],
        };
    }

    private async Task<IReadOnlyList<LikelyDuplicate>> DuplicatesAsync(CancellationToken token)
    {
        var found = new List<LikelyDuplicate>();
        foreach (var group in collected.Creates.GroupBy(Target).OrderBy(group => group.Key))
        {
            // Where rules decide, a duplicate would have matched.
            var blind = group.Where(create => Descriptor(create).Rules.Count == 0).ToList();
            if (blind.Count == 0)
                continue;

            var search = new DuplicateSearch(group.Key, blind);
            if (listings.Of(group.Key) is { IsComplete: true, IsDelta: false } && recent.All(group.Key) is { } listed)
                foreach (var record in listed)
                    search.See(record);
            else
                await listings.SearchAsync(group.Key, search, token);

            found.AddRange(search.Found);
        }

        return found;
    }

    private EntityName Target(CreateOperation create) => Descriptor(create)[create.Decision.Target].Name;

    private PairingDescriptor Descriptor(CreateOperation create) => topology.Find(create.Pairing)!.Descriptor;
}
