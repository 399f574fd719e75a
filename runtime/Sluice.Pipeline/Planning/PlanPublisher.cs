namespace Sluice.Pipeline;

/// <summary>Makes a plan of what the pairings' turns collected, and keeps it to be approved.</summary>
internal sealed class PlanPublisher(
    IStore store, TimeProvider clock, Listings listings, RecentRecords recent, PlanCollector collected)
{
    /// <param name="observing">The pairings that were looked at to the end and wait for an approval, with their
    /// fingerprints.</param>
    /// <param name="token">Stops a listing that is searched for duplicates.</param>
    public async Task<SyncPlan> PublishAsync(IReadOnlyDictionary<string, string> observing, CancellationToken token)
    {
        var duplicates = await DuplicatesAsync(token);
        var operations = collected.Operations;
        operations.Keep(observing);
        var hash = RecordHash.Of(
            observing.OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => $"{state.Key} {state.Value}")
                .Concat(operations.Select(operation => $"{operation.Pairing} {operation.Operation}")))[..12];
        if (observing.Count > 0)
            await store.SavePlanAsync(new(hash, clock.GetUtcNow(), observing, operations));

        return new(hash, collected.Items(), duplicates, collected.Calls)
        {
            NeedApproval = [.. observing.Keys.Order(StringComparer.Ordinal)],
            Empty = [.. collected.Creates.Targets.Where(collected.Creates.IsEmpty).Select(entity => entity.ToString())],
        };
    }

    private async Task<IReadOnlyList<LikelyDuplicate>> DuplicatesAsync(CancellationToken token)
    {
        var found = new List<LikelyDuplicate>();
        foreach (var (entity, search) in collected.Creates.Searches)
        {
            if (listings.Of(entity) is { IsComplete: true, IsDelta: false } && recent.All(entity) is { } listed)
                foreach (var record in listed)
                    search.See(record);
            else
                await listings.SearchAsync(entity, search, token);

            found.AddRange(search.Found);
        }

        return found;
    }
}
