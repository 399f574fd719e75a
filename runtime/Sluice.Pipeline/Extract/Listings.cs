using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>What this cycle listed, and how each listing ended.</summary>
internal sealed class Listings(
    Topology topology, IStore store, ExtractStage extract, DeletePolicies deletes,
    IProgress<CycleProgress>? progress)
{
    // More than any listing has pages, and far from the end of the numbers.
    private const int All = 1 << 30;

    private readonly ConcurrentDictionary<EntityName, ExtractionOutcome> _outcomes = new();

    public IReadOnlyList<ListingReport> Reports =>
    [
        .. _outcomes.Values.OrderBy(listed => listed.Entity).Select(listed => new ListingReport(
            listed.Entity.ToString(), listed.Seen, listed.IsComplete, listed.Problem, listed.Bad)
        {
            ChangesOnly = listed.IsDelta,
        }),
    ];

    /// <summary>Lists what the pairings need and what is searched for, each entity once and all side by side.</summary>
    public async Task RunAsync(
        IReadOnlyList<Pairing> pairings, IEnumerable<string> unreachable,
        IReadOnlyDictionary<EntityName, OrphanSearch> searches,
        CancellationToken token)
    {
        var needed = (from pairing in pairings
                      from side in new[] { Side.Left, Side.Right }
                      where Needs.Listing(pairing.Descriptor, side, deletes)
                      select pairing.Descriptor[side].Name)
            .Concat(pairings.SelectMany(pairing => Connections.Needed(pairing.Descriptor)))
            .Concat(searches.Keys)
            .Where(entity => !unreachable.Contains(entity.System) && topology.Source(entity) is not null)
            .Distinct().ToList();
        var waiting = await WaitingAsync(needed);
        await Stages.RunAsync(token, [.. needed.Select(entity => (Func<CancellationToken, Task>)(stop => ListAsync(
            entity, searches.TryGetValue(entity, out var search) ? [search] : [], waiting.GetValueOrDefault(entity),
            stop)))]);
    }

    /// <summary>Lists all of an entity for somebody who has to see every record.</summary>
    public Task SearchAsync(EntityName entity, IListingWatch watch, CancellationToken token) =>
        ListAsync(entity, [watch], 0, token);

    private async Task ListAsync(
        EntityName entity, IReadOnlyList<IListingWatch> watches, int waiting, CancellationToken token) =>
        _outcomes[entity] = await extract.RunAsync(
            entity, watches, waiting, count => progress?.Report(new("list", entity.ToString(), count)), token);

    // Who is not listed is asked for by key: of more than a listing has pages, listing all of them is cheaper.
    private async Task<IReadOnlyDictionary<EntityName, int>> WaitingAsync(IReadOnlyList<EntityName> entities)
    {
        var waiting = new Dictionary<EntityName, int>();
        if (!entities.Any(entity => topology.Source(entity) is IDeltaSource))
            return waiting;

        // Of a pairing that does not run by itself yet every record is looked at.
        var counts = (await store.CountsAsync()).ToDictionary(counted => counted.Pairing, StringComparer.Ordinal);
        foreach (var pairing in topology.Pairings.Select(pairing => pairing.Descriptor))
            if (topology.Source(pairing.Left.Name) is not null && topology.Source(pairing.Right.Name) is not null
                && counts.GetValueOrDefault(pairing.Name) is not { State: PairingState.Live })
                waiting[pairing.Left.Name] = waiting[pairing.Right.Name] = All;

        foreach (var item in await store.OpenItemsAsync(null))
            if (item.Kind is OpenKind.Waiting or OpenKind.Rejected
                && topology.Find(item.Pairing)?.Descriptor is { } pairing)
                foreach (var side in new[] { pairing.Left.Name, pairing.Right.Name })
                    waiting[side] = Math.Min(All, waiting.GetValueOrDefault(side) + 1);

        return waiting;
    }

    public ExtractionOutcome? Of(EntityName entity) => _outcomes.GetValueOrDefault(entity);

    /// <summary>A listing that a pairing needs and that is not complete; null where all are.</summary>
    public ExtractionOutcome? Failed(PairingDescriptor pairing) =>
        new[] { Side.Left, Side.Right }.Where(side => Needs.Listing(pairing, side, deletes))
            .Select(side => Of(pairing[side].Name)).FirstOrDefault(listed => listed is { IsComplete: false });

    /// <summary>
    /// What a pairing needs and none of the records listed shows any more; null where there is nothing.
    /// </summary>
    public RemoteException? Lost(PairingDescriptor pairing) => Lost(pairing, Side.Left) ?? Lost(pairing, Side.Right);

    /// <summary>The same on one side.</summary>
    public RemoteException? Lost(PairingDescriptor pairing, Side side) => (
        from lost in Of(pairing[side].Name)?.Lost ?? []
        from needed in NeededPath.Of(pairing, side)
        where needed.Path == lost.Path
        select new RemoteException(
            pairing[side].System, RemoteFailure.RightMissing,
            $"None of the records of {pairing[side].Name} shows {lost.Path} any more, and nearly all did: our account "
                + "has probably lost the right to read it.",
            $"Give our account in {pairing[side].System} the right to read {lost.Path} of {pairing[side].Name}. The "
                + "pairing goes on by itself as soon as records show it again"
                + (needed.OmitsNulls ? "; where all were emptied on purpose, give one of them a value." : ".")))
        .FirstOrDefault();

    /// <summary>Records on which a hook or mapping of a pairing failed.</summary>
    public IEnumerable<FailedView> FailedViews(PairingDescriptor pairing) =>
        _outcomes.Values.SelectMany(listed => listed.Failed).Where(failed => failed.Pairing == pairing.Name)
            .OrderBy(failed => failed.Side).ThenBy(failed => failed.Key, StringComparer.Ordinal);
}
