namespace Sluice.Stores.Sqlite;

/// <summary>Reads links with their bases.</summary>
internal sealed class LinkReader(
    Session session, Entities entities, Pairings pairings, RecordNumbers numbers, Bases bases, OwnWrites writes,
    Edits edits)
{
    private const string Links =
        """
        select l.id, p.name, l.left_key, l.right_key, l.state, l.origin, l.line, l.left_record, l.right_record, l.dirty,
            exists (select 1 from records r where r.entity = p.left_entity and r.key = l.left_key and r.gone = 1),
            exists (select 1 from records r where r.entity = p.right_entity and r.key = l.right_key and r.gone = 1),
            l.restored
        from pairings p cross join links l on l.pairing = p.id
        """;

    private readonly Statement _one = session.Prepare(
        """
        select l.id, p.name, l.left_key, l.right_key, l.state, l.origin, l.line, l.left_record, l.right_record, l.dirty,
            0, 0, l.restored
        from links l cross join pairings p on p.id = l.pairing
        where l.id = $id
        """);

    private readonly Statement _all = session.Prepare(
        $"{Links} where p.id = $pairing and l.id > $after order by l.id limit $limit");

    private readonly BySide _ofKey = new(session, $"{Links} where p.id = $pairing and l.#_key = $key and l.state < 2");

    private readonly BySide _endedOfKey = new(
        session,
        $"{Links} where p.id = $pairing and l.#_key = $key and l.state = 3 order by l.id desc limit 1");

    private readonly BySide _ofRecord = new(
        session,
        $"""
        {Links} where p.#_entity = $entity and l.#_key = $key and l.state < 2
        union all
        {Links} where p.#_entity = $entity and l.#_key = $key and l.state = 2
        """);

    private readonly BySide _ended = new(
        session, $"{Links} where p.#_entity = $entity and l.#_key = $key and l.state = 3");

    // What is gone is not out of scope, whatever it was before: its link is dirty so that somebody looks for it.
    private readonly Statement _dirty = session.Prepare(
        $"""
        {Links}
        where p.id = $pairing and l.id > $after and l.state < 2 and l.dirty = 1
            and not exists (
                select 1 from records r left join views v on v.record = r.id and v.pairing = p.id and v.side = 0
                where r.entity = p.left_entity and r.key = l.left_key and r.gone = 0
                    and (r.in_scope = 0 or v.in_scope = 0))
            and not exists (
                select 1 from records r left join views v on v.record = r.id and v.pairing = p.id and v.side = 1
                where r.entity = p.right_entity and r.key = l.right_key and r.gone = 0
                    and (r.in_scope = 0 or v.in_scope = 0))
        order by l.id limit $limit
        """);

    private readonly Statement _between = session.Prepare(
        """
        select id, state, 0 from links
        where pairing = $pairing and left_key = $left and right_key = $right and state = 2
        union all
        select id, state, 1 from links
        where pairing = $pairing and left_key = $left and right_key = $right and state < 2
        union all
        select id, state, 2 from links
        where pairing = $pairing and left_key = $left and right_key = $right and state = 3
        order by 3, 1 desc
        """);

    private readonly BySide _apart = new(
        session, "select 1 from links where pairing = $pairing and #_key = $key and @_key = $across and state = 2");

    /// <summary>Within a transaction: a link by its number.</summary>
    public LinkedBases One(long link) => Read(_one.Query(link)) switch
    {
        [var found] => found,
        _ => throw new InvalidOperationException($"There is no link {link}."),
    };

    /// <summary>Within a transaction: the live or tombstone link of a key.</summary>
    public LinkedBases? OfKey(long pairing, Side side, string key) =>
        Read(_ofKey[side].Query(pairing, key)).FirstOrDefault();

    /// <summary>
    /// Within a transaction: all links that two records have or had with each other, what a person said first and what
    /// ended last.
    /// </summary>
    public IReadOnlyList<(long Id, LinkState State)> Between(long pairing, Link link)
    {
        var between = new List<(long Id, LinkState State)>();
        using var rows = _between.Query(pairing, link.LeftKey, link.RightKey);
        while (rows.Read())
            between.Add((rows.Number(0), (LinkState)rows.Small(1)));

        return between;
    }

    /// <summary>Within a transaction: every link of a record over all pairings, but those that ended.</summary>
    public IReadOnlyList<LinkedBases> OfRecord(long entity, string key) =>
        [.. Read(_ofRecord[Side.Left].Query(entity, key)), .. Read(_ofRecord[Side.Right].Query(entity, key))];

    public ValueTask<IReadOnlyList<LinkedBases>> OfRecordAsync(RecordId record) =>
        session.ReadAsync<IReadOnlyList<LinkedBases>>(() =>
            entities.Find(record.Entity) is { } entity
                ?
                [
                    .. OfRecord(entity, record.Key), .. Read(_ended[Side.Left].Query(entity, record.Key)),
                    .. Read(_ended[Side.Right].Query(entity, record.Key)),
                ]
                : []);

    public ValueTask<IReadOnlyList<LinkedBases>> DirtyAsync(string name, long after, int limit) =>
        session.ReadAsync<IReadOnlyList<LinkedBases>>(
            () => pairings.Find(name) is { } pairing ? Read(_dirty.Query(pairing, after, limit)) : []);

    public ValueTask<IReadOnlyList<LinkedBases>> AllAsync(string name, long after, int limit) =>
        session.ReadAsync<IReadOnlyList<LinkedBases>>(
            () => pairings.Find(name) is { } pairing ? Read(_all.Query(pairing, after, limit)) : []);

    public ValueTask<LinkedBases?> FindEndedAsync(string name, Side side, string key) => session.ReadAsync(() =>
        pairings.Find(name) is { } pairing ? Read(_endedOfKey[side].Query(pairing, key)).FirstOrDefault() : null);

    public ValueTask<LinkedBases?> FindAsync(string name, Side side, string key) =>
        session.ReadAsync(() => pairings.Find(name) is { } pairing ? OfKey(pairing, side, key) : null);

    public ValueTask<bool> AreToldApartAsync(string name, Side side, string key, string across) =>
        session.ReadAsync(() =>
            pairings.Find(name) is { } pairing && _apart[side].Number(pairing, key, across) is not null);

    private List<LinkedBases> Read(Rows rows)
    {
        using (rows)
        {
            var links = new List<LinkedBases>();
            while (rows.Read())
            {
                var link = new Link(
                    rows.Number(0), rows.Text(1), rows.Text(2), rows.Text(3), (LinkState)rows.Small(4),
                    (LinkOrigin)rows.Small(5))
                {
                    Line = rows.Small(6),
                    Left = numbers.Name(rows.Number(7)),
                    Right = numbers.Name(rows.Number(8)),
                    IsDirty = rows.Flag(9),
                    LeftGone = rows.Flag(10),
                    RightGone = rows.Flag(11),
                    IsRestored = rows.Flag(12),
                };
                links.Add(new LinkedBases(link, bases.Read(link.Id))
                {
                    OwnWrites = writes.Read(rows.Number(7), rows.Number(8)),
                    Edits = edits.Read(link.Id),
                });
            }

            return links;
        }
    }
}
