using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>What this cycle listed, and how each listing ended.</summary>
internal sealed class Listings(
    Topology topology, ExtractStage extract, DeletePolicies deletes, IProgress<CycleProgress>? progress)
{
    private readonly ConcurrentDictionary<EntityName, ExtractionOutcome> _outcomes = new();

    public IReadOnlyList<ListingReport> Reports =>
    [
        .. _outcomes.Values.OrderBy(listed => listed.Entity).Select(listed => new ListingReport(
            listed.Entity.ToString(), listed.Seen, listed.IsComplete, listed.Problem, listed.Bad)),
    ];

    /// <summary>Lists what the pairings need and what is searched for, each entity once and all side by side.</summary>
    public Task RunAsync(
        IEnumerable<string> unreachable, IReadOnlyDictionary<EntityName, OrphanSearch> searches,
        CancellationToken token)
    {
        var needed = (from pairing in topology.Pairings
                      from side in new[] { Side.Left, Side.Right }
                      where Needs.Listing(pairing.Descriptor, side, deletes)
                      select pairing.Descriptor[side].Name)
            .Concat(searches.Keys)
            .Where(entity => !unreachable.Contains(entity.System) && topology.Source(entity) is not null)
            .Distinct();

        return Stages.RunAsync(token, [.. needed.Select(entity => (Func<CancellationToken, Task>)(stop =>
            ListAsync(entity, searches.TryGetValue(entity, out var search) ? [search] : [], stop)))]);
    }

    public async Task ListAsync(EntityName entity, IReadOnlyList<IListingWatch> watches, CancellationToken token) =>
        _outcomes[entity] = await extract.RunAsync(
            entity, watches, count => progress?.Report(new("list", entity.ToString(), count)), token);

    public ExtractionOutcome? Of(EntityName entity) => _outcomes.GetValueOrDefault(entity);

    /// <summary>A listing that a pairing needs and that is not complete; null where all are.</summary>
    public ExtractionOutcome? Failed(PairingDescriptor pairing) =>
        new[] { Side.Left, Side.Right }.Where(side => Needs.Listing(pairing, side, deletes))
            .Select(side => Of(pairing[side].Name)).FirstOrDefault(listed => listed is { IsComplete: false });

    /// <summary>Records on which a hook or mapping of a pairing failed.</summary>
    public IEnumerable<FailedView> FailedViews(PairingDescriptor pairing) =>
        _outcomes.Values.SelectMany(listed => listed.Failed).Where(failed => failed.Pairing == pairing.Name)
            .OrderBy(failed => failed.Side).ThenBy(failed => failed.Key, StringComparer.Ordinal);
}
