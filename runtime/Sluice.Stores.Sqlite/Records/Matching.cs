namespace Sluice.Stores.Sqlite;

/// <summary>Finds records that are not linked, and what they could be linked to.</summary>
/// <remarks>The joins are written in the order in which they run: from a range of an index to look-ups.</remarks>
internal sealed class Matching(
    Session session, Entities entities, Pairings pairings, RecordNumbers numbers, LinkReader links)
{
    // A record without a view was stored before its pairing existed: its hook was never asked, so it is not decided.
    private readonly BySide _unlinked = new(
        session,
        """
        select r.id, r.key, coalesce(r.identity, r.id),
            exists (select 1 from links l where l.pairing = $pairing and l.#_key = r.key and l.state = 3),
            (select min(n.@_key) from links n where n.pairing = $pairing and n.#_key = r.key and n.state = 2),
            (select d.ruling from rulings d where d.pairing = $pairing and d.side = $side and d.key = r.key),
            v.wanted
        from views v cross join records r on r.id = v.record
        where v.pairing = $pairing and v.side = $side and v.record > $after and v.in_scope = 1
            and r.entity = $entity and r.hash is not null and r.gone = 0 and r.in_scope = 1
            and not exists (select 1 from links l where l.pairing = $pairing and l.#_key = r.key and l.state < 2)
        order by v.record limit $limit
        """);

    private readonly Statement _number = session.Prepare(
        "select id from records where entity = $entity and key = $key and hash is not null and gone = 0");

    private readonly BySide _candidates = new(
        session,
        """
        select r.id, r.key, coalesce(r.identity, r.id), min(m.rule),
            exists (
                select 1 from links l
                where l.pairing = $pairing and l.@_key = r.key and l.state < 2 and l.state = 0),
            r.entity
        from match_keys own
            cross join records self on self.id = own.record
            cross join match_keys m
                on m.pairing = own.pairing and m.side = $across and m.rule = own.rule and m.key = own.key
            cross join views v on v.pairing = m.pairing and v.side = m.side and v.record = m.record
            cross join records r on r.id = m.record
        where own.record = $record and own.pairing = $pairing and own.side = $side
            and v.in_scope = 1 and r.hash is not null and r.gone = 0 and r.in_scope = 1
            and not exists (
                select 1 from links n
                where n.pairing = $pairing and n.#_key = self.key and n.@_key = r.key and n.state = 2)
        group by r.id order by r.id
        """);

    public ValueTask<IReadOnlyList<Unlinked>> UnlinkedAsync(
        string name, Side side, EntityName entityName, long after, int limit) =>
        session.ReadAsync<IReadOnlyList<Unlinked>>(() =>
        {
            var unlinked = new List<Unlinked>();
            if (pairings.Find(name) is not { } pairing || entities.Find(entityName) is not { } entity)
                return unlinked;

            using var rows = _unlinked[side].Query(pairing, side, after, entity, limit);
            while (rows.Read())
                unlinked.Add(new Unlinked(rows.Number(0), rows.Text(1), Identity(rows, entityName))
                {
                    HasEnded = rows.Flag(3),
                    PartedFrom = rows.TextOrNull(4),
                    Ruling = (Ruling?)rows.NumberOrNull(5),
                    IsWanted = rows.Flag(6),
                });

            return unlinked;
        });

    public ValueTask<IReadOnlyList<Match>> MatchesAsync(string name, Side side, IReadOnlyList<long> observations) =>
        session.ReadAsync<IReadOnlyList<Match>>(() =>
            pairings.Find(name) is { } pairing
                ? [.. observations.Select(observation => Match(pairing, side, observation))]
                : [.. observations.Select(_ => Sluice.Match.None)]);

    public ValueTask<IReadOnlyList<Candidate>> CandidatesAsync(string name, Side side, string key) =>
        session.ReadAsync<IReadOnlyList<Candidate>>(() =>
            pairings.Find(name) is { } pairing && pairings.Entity(pairing, side) is { } entity
            && _number.Number(entity, key) is { } observation
                ? Candidates(pairing, side, observation)
                : []);

    private Match Match(long pairing, Side side, long observation)
    {
        var across = Candidates(pairing, side, observation);
        return across.Count == 0
            ? Sluice.Match.None
            : new(
                across, Candidates(pairing, side.Other(), across[0].Observation),
                links.OfKey(pairing, side.Other(), across[0].Key)?.Link);
    }

    private List<Candidate> Candidates(long pairing, Side side, long observation)
    {
        var candidates = new List<Candidate>();
        using var rows = _candidates[side].Query(pairing, side.Other(), observation, side);
        while (rows.Read())
            candidates.Add(new Candidate(
                rows.Number(0), rows.Text(1), Identity(rows, entities.Name(rows.Number(5))), rows.Flag(4),
                rows.Small(3)));

        return candidates;
    }

    // Most records are physical ones themselves, and no question to the store.
    private RecordId Identity(Rows rows, EntityName entity) =>
        rows.Number(0) == rows.Number(2) ? new(entity, rows.Text(1)) : numbers.Name(rows.Number(2));
}
