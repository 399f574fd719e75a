namespace Sluice.Pipeline;

/// <summary>Takes the pages of one enumeration in, one after the other.</summary>
/// <remarks>Owned by the consuming half of one extraction.</remarks>
internal sealed class Intake(
    Extraction extraction, IStore store, Observer observer, RecentRecords recent, IReadOnlyList<IListingWatch> watches,
    ForgottenRecords forgotten)
{
    private readonly List<BadRecord> _bad = [];

    /// <summary>Records so far; one that pages show twice counts twice.</summary>
    public int Seen { get; private set; }

    public string? EndProof { get; private set; }

    public IReadOnlyList<BadRecord> Bad => _bad;

    /// <summary>
    /// An element that is no record and was never one: what it would match is not known. Null where there is none.
    /// </summary>
    public BadRecord? Unknown { get; private set; }

    public async Task TakeAsync(Page page)
    {
        page = Without(page);

        // A page may show a record twice while the listing drifts: the later one is newer.
        var records = page.Records.GroupBy(record => record.Key, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key, group => (Record: group.Last(), Hash: observer.Hash(group.Last())),
                StringComparer.Ordinal);
        foreach (var seen in records.Values)
        {
            recent.Keep(extraction.Entity, seen.Record);
            foreach (var watch in watches)
                watch.See(seen.Record);
        }

        var sightings = await store.CompareAsync(
            extraction,
            [.. records.Values.Select(seen => new Glimpse(seen.Record.Key, seen.Hash, seen.Record.InScope))]);
        if (sightings.Count > 0)
            await store.ObserveAsync(
                extraction,
                [
                    .. sightings.Select(sighting =>
                        observer.Observe(records[sighting.Key].Record, records[sighting.Key].Hash, sighting)),
                ]);

        if (page.Bad.Count > 0)
            await MissAsync(page.Bad);
        Seen += records.Count;
        EndProof = page.EndProof;
    }

    // Whoever was forgotten is not looked at, and what cannot be read of them is not told.
    private Page Without(Page page) => forgotten.IsEmpty ? page : page with
    {
        Records =
        [
            .. page.Records.Where(record =>
                !forgotten.Contains(record.Identity) && !forgotten.Contains(new(extraction.Entity, record.Key))),
        ],
        Bad = [.. page.Bad.Where(bad => !forgotten.Contains(new(extraction.Entity, bad.Key)))],
    };

    // An element that cannot be read is not gone: its key still counts as seen.
    private async Task MissAsync(IReadOnlyList<BadRecord> elements)
    {
        var sightings = await store.CompareAsync(
            extraction, [.. elements.Select(bad => new Glimpse(bad.Key, "unreadable", true))]);
        var unknown = sightings.Where(sighting => sighting.IsNew).Select(sighting => sighting.Key)
            .ToHashSet(StringComparer.Ordinal);
        Unknown ??= elements.FirstOrDefault(bad => unknown.Contains(bad.Key));
        _bad.AddRange(elements);
    }
}
