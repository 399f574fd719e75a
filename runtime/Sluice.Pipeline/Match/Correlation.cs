namespace Sluice.Pipeline;

/// <summary>
/// Looks for what would be created where a store is older than what was done with it: it may be there, and its link
/// lost. What is found is linked, what cannot be told apart is for a person, and only what is not there is created.
/// </summary>
/// <remarks>Written before any pairing has its turn, read by the map stage.</remarks>
internal sealed class Correlation(
    IStore store, TimeProvider clock, Listings listings, RecentRecords recent, LostCreates lost)
{
    private readonly Dictionary<(string Pairing, Side Side, string Key), Correlated> _known = [];
    private readonly Claims _same = new();
    private readonly Claims _like = new();

    /// <summary>Looks for the creates of all restored pairings at once: several may claim one record.</summary>
    public async Task PrepareAsync(IEnumerable<PairingTurn> turns, CancellationToken token)
    {
        var creates = new List<LostCreate>();
        foreach (var turn in turns)
            if (turn.Restoration is { } restored && listings.Failed(turn.Descriptor) is null)
                await foreach (var create in lost.OfAsync(turn, restored, token))
                    creates.Add(create);

        var looked = new List<(LostCreate Create, IReadOnlyList<Record> Same, IReadOnlyList<Record> Like)>();
        foreach (var group in creates.GroupBy(create => create.Entity).OrderBy(group => group.Key))
        {
            var search = new ContentSearch([.. group]);
            if (await SearchAsync(group.Key, search, token))
                foreach (var create in group)
                    looked.Add((
                        create, await UnexplainedAsync(create, search.Same(create)),
                        await UnexplainedAsync(create, search.Like(create))));
        }

        foreach (var (create, same, like) in looked)
        {
            foreach (var record in same)
                _same.Add(record.Identity, create.Origin);
            foreach (var record in like)
                _like.Add(record.Identity, create.Origin);
        }

        // What is known to be another's is no longer like it.
        var taken = looked.Where(found => IsSure(found.Same)).Select(found => found.Same[0].Identity).ToHashSet();
        foreach (var (create, same, like) in looked)
            _known[Key(create.Turn, create.Decision.Target, create.Decision.Origin.Key)] = IsSure(same)
                ? new(same[0], null)
                : Doubt(create, same, [.. like.Where(record => !taken.Contains(record.Identity))]);
    }

    /// <returns>What is done instead of a create; the create itself where it may go on; null where its counterpart's
    /// turn settles it.</returns>
    public Operation? Look(PairingTurn turn, CreateOperation create)
    {
        var (decision, target) = (create.Decision, turn.Descriptor[create.Decision.Target].Name);
        var known = _known.GetValueOrDefault(Key(turn, decision.Target, decision.Origin.Key));
        if (known?.Found is { } found)
            return decision.Target == Side.Left && IsMutual(turn, decision, found)
                ? null
                : new RecoverOperation(create.Pairing, decision, found);
        if (known?.Doubt is { } doubt)
            return Hold(turn, decision, OpenKind.Review, doubt);
        if (_same.On(create.Origin.Identity).Concat(_like.On(create.Origin.Identity)).ToList() is [_, ..] claims)
            return Hold(
                turn, decision, OpenKind.Waiting,
                $"The store was restored, and it may be what was created for {Names(claims)}; it is not created in "
                    + $"{target} before that is settled.");
        if (turn.Restoration is null || lost.IsExempt(turn, decision))
            return create;

        return known is not null
            ? create with { IsMissed = true }
            : Hold(
                turn, decision, OpenKind.Waiting,
                $"The store was restored, and {target} could not be searched for what may have been created for it; "
                    + "that is tried again in the next cycle.");
    }

    private async Task<bool> SearchAsync(EntityName entity, ContentSearch search, CancellationToken token)
    {
        if (listings.Of(entity) is { IsComplete: true, IsDelta: false } && recent.All(entity) is { } listed)
            foreach (var record in listed)
                search.See(record);
        else
            await listings.SearchAsync(entity, search, token);

        return listings.Of(entity) is { IsComplete: true };
    }

    // What the store saw before, or knows to stand for something, was not created in the time that was lost.
    private async Task<IReadOnlyList<Record>> UnexplainedAsync(LostCreate create, IReadOnlyList<Record> hits)
    {
        if (hits.Count == 0)
            return hits;

        var (pairing, target, unexplained) = (
            create.Turn.Descriptor.Name, create.Decision.Target, new List<Record>());
        var before = await store.KnownBeforeAsync(
            create.Entity, [.. hits.Select(hit => hit.Key)], create.Turn.Restoration!.RanUntil);
        foreach (var hit in hits.Where(hit => !before.Contains(hit.Key)).DistinctBy(hit => hit.Identity))
            if ((await store.LineageAsync(hit.Identity)).Count == 0
                && await store.FindLinkAsync(pairing, target, hit.Key) is null
                && !await store.AreToldApartAsync(pairing, target, hit.Key, create.Decision.Origin.Key))
                unexplained.Add(hit);

        return unexplained;
    }

    private Correlated Doubt(LostCreate create, IReadOnlyList<Record> same, IReadOnlyList<Record> like)
    {
        if (same.Count + like.Count == 0)
            return new(null, null);

        var records = same.Concat(like).ToList();
        var rivals = records.SelectMany(record => _same.On(record.Identity).Concat(_like.On(record.Identity)))
            .Where(origin => origin != create.Origin).Distinct().ToList();
        return new(
            null,
            $"The store was restored, and {create.Entity} {Names(records.Select(record => record.Key))} may have been "
                + "created for it"
                + (same.Count == 0 ? ": an e-mail address or the names are the same" : "")
                + (rivals.Count > 0 ? $"; or for {Names(rivals)}." : "."));
    }

    private bool IsSure(IReadOnlyList<Record> same) => same is [var only] && _same.On(only.Identity).Count == 1;

    private bool IsMutual(PairingTurn turn, CreateDecision create, Record found) =>
        _known.GetValueOrDefault(Key(turn, create.Target.Other(), found.Key))?.Found?.Identity
            == create.Origin.Identity;

    private HoldOperation Hold(PairingTurn turn, CreateDecision create, OpenKind kind, string reason) =>
        new(turn.Descriptor.Name, new(
            kind, turn.Descriptor.Name, create.Target.Other(), create.Origin.Key, reason, turn.Descriptor.Line,
            clock.GetUtcNow()));

    private static (string Pairing, Side Side, string Key) Key(PairingTurn turn, Side target, string origin) =>
        (turn.Descriptor.Name, target.Other(), origin);

    private static string Names<T>(IEnumerable<T> records)
    {
        var all = records.Select(record => $"{record}").Distinct(StringComparer.Ordinal).ToList();
        return all.Count <= 5 ? string.Join(", ", all) : string.Join(", ", all.Take(5)) + $" and {all.Count - 5} more";
    }
}
