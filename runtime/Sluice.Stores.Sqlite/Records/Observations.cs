namespace Sluice.Stores.Sqlite;

/// <summary>Tells what is new in a page, and stores it.</summary>
internal sealed class Observations(
    Session session, Entities entities, Extractions extractions, ObservedRecords records, LinkReader links)
{
    private readonly Statement _stored = session.Prepare(
        "select id, hash, in_scope, gone from records where entity = $entity and key = $key and hash is not null");

    // Systems list in the order in which they did before, which is the order of first sight: neighbours in a page are
    // neighbours here, and what comes next need not be looked up. What lies between is passed by no further than that.
    private readonly Statement _following = session.Prepare(
        """
        select id, hash, in_scope, gone, key from records
        where id > $after and id <= $after + 512 and +entity = $entity and hash is not null order by id
        """);

    private readonly Statement _firstSeen = session.Prepare(
        "select first_seen_at from records where entity = $entity and key = $key and hash is not null");

    private readonly Statement _gone = session.Prepare(
        "select gone from records where entity = $entity and key = $key and hash is not null");

    // Of a physical record only its views may be listed.
    private readonly Statement _goneBy = session.Prepare(
        """
        select 1 from records own join records r on r.id = own.id or r.identity = own.id
        where own.entity = $entity and own.key = $key and r.gone = 1 and coalesce(r.gone_at, 0) <= $by limit 1
        """);

    // Stores nothing, but belongs to an owner: which enumeration is the newest is known in its process only.
    public ValueTask<IReadOnlyList<Sighting>> CompareAsync(Extraction extraction, IReadOnlyList<Glimpse> page) =>
        session.WriteAsync<IReadOnlyList<Sighting>>(() =>
        {
            var (entity, enumeration) = extractions.Current(extraction);
            var news = new List<Sighting>();
            var named = new HashSet<string>(StringComparer.Ordinal);
            using var known = new Following(_stored, _following, entity);
            foreach (var glimpse in page)
            {
                var (isNew, isChanged) = Compare(known, enumeration, glimpse);
                if (isChanged && named.Add(glimpse.Key))
                    news.Add(new Sighting(glimpse.Key, isNew, links.OfRecord(entity, glimpse.Key)));
            }

            return news;
        });

    public ValueTask ObserveAsync(
        Extraction extraction, IReadOnlyList<Observation> observations, string? cursor) =>
        session.WriteAsync(() =>
        {
            var (entity, _) = extractions.Current(extraction);
            foreach (var observation in observations)
                records.Store(entity, observation);
            if (cursor is not null)
                extractions.Move(entity, cursor);
        });

    public ValueTask<IReadOnlySet<string>> KnownBeforeAsync(
        EntityName name, IReadOnlyList<string> keys, DateTimeOffset before) =>
        session.ReadAsync<IReadOnlySet<string>>(() =>
        {
            var known = new HashSet<string>(StringComparer.Ordinal);
            if (entities.Find(name) is { } entity)
                known.UnionWith(keys.Where(key => _firstSeen.Number(entity, key) < before.UtcTicks));

            return known;
        });

    public ValueTask<IReadOnlySet<string>> GoneAsync(
        EntityName name, IReadOnlyList<string> keys, DateTimeOffset? by) =>
        session.ReadAsync<IReadOnlySet<string>>(() => entities.Find(name) is { } entity
            ? keys.Where(key => (by is { } at ? _goneBy.Number(entity, key, at) : _gone.Number(entity, key)) == 1)
                .ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>());

    private static (bool IsNew, bool IsChanged) Compare(Following known, Enumeration enumeration, Glimpse glimpse)
    {
        if (known.Find(glimpse.Key) is not { } rows)
        {
            enumeration.SeeNew(glimpse.Key);
            return (true, true);
        }

        enumeration.See(rows.Number(0));
        var same = rows.Is(1, glimpse.Hash) && rows.Flag(2) == glimpse.InScope && !rows.Flag(3);
        return (false, !same);
    }
}
