namespace Sluice.Pipeline;

/// <summary>Takes the pages of one enumeration in, one after the other.</summary>
/// <remarks>Owned by the consuming half of one extraction.</remarks>
internal sealed class Intake(
    Extraction extraction, bool isDelta, IStore store, Observer observer, RecentRecords recent,
    IReadOnlyList<IListingWatch> watches, ForgottenRecords forgotten, ReferenceBook references,
    Protections protections, Sight sight)
{
    private readonly List<BadRecord> _bad = [];
    private readonly Progress _progress = new(extraction.Entity);

    // One page after the other: what is made for one serves the next.
    private readonly Dictionary<string, (Record Record, string Hash)> _page = new(StringComparer.Ordinal);
    private readonly List<Glimpse> _glimpses = [];

    /// <summary>Records so far; one that pages show twice counts twice.</summary>
    public int Seen { get; private set; }

    /// <summary>The same, and those of people who were forgotten.</summary>
    public int Shown { get; private set; }

    public int Pages { get; private set; }

    public string? EndProof { get; private set; }

    /// <summary>Where a listing of changes can go on from; null where nothing told.</summary>
    public string? Cursor { get; private set; }

    public IReadOnlyList<BadRecord> Bad => _bad;

    /// <summary>
    /// An element that is no record and was never one: what it would match is not known. Null where there is none.
    /// </summary>
    public BadRecord? Unknown { get; private set; }

    /// <summary>How many of those there are.</summary>
    public int Unknowns { get; private set; }

    /// <summary>Whether every record so far could be looked at.</summary>
    public bool IsClear => _bad.Count == 0 && observer.Failed.Count == 0;

    public async Task TakeAsync(Page page)
    {
        _progress.Check(page);
        Shown += page.Records.Count;
        page = Without(page);

        // A page may show a record twice while the listing drifts: the later one is newer.
        _page.Clear();
        foreach (var record in page.Records)
            _page[record.Key] = (record, observer.Hash(record));
        _glimpses.Clear();
        foreach (var (record, hash) in _page.Values)
        {
            recent.Keep(extraction.Entity, record);
            foreach (var watch in watches)
                watch.See(record);
            _glimpses.Add(new(record.Key, hash, record.InScope));
        }

        var sightings = await store.CompareAsync(extraction, _glimpses);
        if (page.Bad.Count > 0)
            await MissAsync(page.Bad);

        // What a list of changes repeats says nothing new.
        foreach (var key in isDelta ? sightings.Select(sighting => sighting.Key) : _page.Keys)
            sight.Note(_page[key].Record);
        foreach (var sighting in sightings)
            await references.ResolveAsync(extraction.Entity, _page[sighting.Key].Record);
        await StoreAsync(
            page,
            [
                .. sightings.Select(sighting =>
                    observer.Observe(_page[sighting.Key].Record, _page[sighting.Key].Hash, sighting)),
            ]);

        Pages++;
        Seen += _page.Count;
        EndProof = page.EndProof;
    }

    private async Task StoreAsync(Page page, IReadOnlyList<Observation> observations)
    {
        // What could not be looked at has to be shown again, and of a full listing all has to be seen first.
        var cursor = IsClear && (isDelta || page.EndProof is not null) ? page.Cursor : null;
        var isApart = cursor is not null && !protections.Has(Protection.AtomicCheckpoint);
        if (isApart)
            await store.ObserveAsync(extraction, [], cursor);

        var together = isDelta && !isApart ? cursor : null;
        if (observations.Count > 0 || together is not null)
            await store.ObserveAsync(extraction, observations, together);
        Cursor = cursor ?? Cursor;
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
        sight.Miss();
        var sightings = await store.CompareAsync(
            extraction, [.. elements.Select(bad => new Glimpse(bad.Key, "unreadable", true))]);
        var unknown = sightings.Where(sighting => sighting.IsNew).Select(sighting => sighting.Key)
            .ToHashSet(StringComparer.Ordinal);
        Unknown ??= elements.FirstOrDefault(bad => unknown.Contains(bad.Key));
        Unknowns += elements.Count(bad => unknown.Contains(bad.Key));
        _bad.AddRange(elements);
    }
}
