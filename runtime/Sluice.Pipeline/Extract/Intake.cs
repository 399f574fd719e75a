namespace Sluice.Pipeline;

/// <summary>Takes the pages of one enumeration in, one after the other.</summary>
/// <remarks>Owned by the consuming half of one extraction.</remarks>
internal sealed class Intake(
    EntityName entity,
    IReadOnlyList<(Pairing Pairing, Side Side)> views,
    Extraction extraction,
    IStore store,
    TimeProvider clock,
    RecentRecords recent,
    IReadOnlyList<IListingWatch> watches)
{
    private readonly List<BadRecord> _bad = [];

    public int Seen { get; private set; }

    public string? EndProof { get; private set; }

    public IReadOnlyList<BadRecord> Bad => _bad;

    public async Task TakeAsync(Page page)
    {
        // A page may show a record twice while the listing drifts: the later one is newer.
        var records = page.Records.GroupBy(record => record.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (Record: group.Last(), Hash: RecordHash.Of(group.Last().Raw)), StringComparer.Ordinal);
        var sightings = await store.CompareAsync(
            extraction, [.. records.Values.Select(seen => new Glimpse(seen.Record.Key, seen.Hash, seen.Record.InScope))]);

        var changed = sightings.Select(sighting => Observe(records[sighting.Key].Record, records[sighting.Key].Hash, sighting)).ToList();
        if (changed.Count > 0)
            await store.ObserveAsync(extraction, changed);

        // An element that cannot be read is not gone: its key still counts as seen.
        if (page.Bad.Count > 0)
            await store.CompareAsync(extraction, [.. page.Bad.Select(bad => new Glimpse(bad.Key, "unreadable", true))]);

        foreach (var record in page.Records)
        {
            recent.Keep(entity, record);
            foreach (var watch in watches)
                watch.See(record);
        }

        _bad.AddRange(page.Bad);
        Seen += records.Count;
        EndProof = page.EndProof;
    }

    private Observation Observe(Record record, string hash, Sighting sighting) => new(
        record.Key,
        record.Identity,
        hash,
        record.InScope,
        clock.GetUtcNow(),
        [.. views.Select(view => View(view.Pairing, view.Side, record))],
        [.. sighting.Links.Where(linked => IsDirty(linked, record)).Select(linked => linked.Link.Id)]);

    private static PairingView View(Pairing pairing, Side side, Record record)
    {
        var keys = new MatchKey[pairing.Descriptor.Rules.Count];
        for (var rule = 0; rule < keys.Length; rule++)
            keys[rule] = pairing.Key(side, rule, record.Value);

        return new(pairing.Descriptor.Name, side, pairing.InScope(side, record.Value), keys);
    }

    private bool IsDirty(LinkedBases linked, Record record)
    {
        if (linked.Link.State == LinkState.Negative)
            return false;
        if (linked.Link.State == LinkState.Tombstone)
            return true;

        // A pairing that is no longer built has nothing to say about its old links.
        var (pairing, side) = views.FirstOrDefault(view =>
            view.Pairing.Descriptor.Name == linked.Link.Pairing && linked.Link.Key(view.Side) == record.Key);
        if (pairing is null)
            return false;

        var values = FieldReader.Read(pairing, side, record);
        for (var i = 0; i < values.Length; i++)
        {
            var field = pairing.Descriptor.Fields[i];
            var agreed = linked.Bases.FirstOrDefault(known => known.Field == field.Name);
            if (!values[i].IsAbsent && (agreed is null || !CanonicalForm.Same(field.Canonical, values[i], agreed[side])))
                return true;
        }

        return false;
    }
}
