namespace Sluice.Stores.Sqlite;

/// <summary>Finds records that are not linked, and what they could be linked to.</summary>
/// <remarks>The joins are written in the order in which they run: from a range of an index to look-ups.</remarks>
internal sealed class Matching(
    Session session, Entities entities, Pairings pairings, RecordNumbers numbers, LinkReader links,
    MatchMemory memory)
{
    // Beyond it passing by records that are linked costs more than looking each of the others up.
    private const int Sparse = 4;

    // A record without a view was stored before its pairing existed: its hook was never asked, so it is not decided.
    private readonly BySide _unlinked = new(
        session,
        """
        select r.id, r.key, coalesce(r.identity, r.id),
            exists (select 1 from links l where l.pairing = $pairing and l.#_key = r.key and l.state = 3),
            (select min(n.@_key) from links n where n.pairing = $pairing and n.#_key = r.key and n.state = 2),
            d.ruling, v.wanted, d.at
        from views v cross join records r on r.id = v.record
            left join rulings d on d.pairing = $pairing and d.side = $side and d.key = r.key
        where v.pairing = $pairing and v.side = $side and v.record between $first and $last and v.in_scope = 1
            and r.entity = $entity and r.hash is not null and r.gone = 0 and r.in_scope = 1
            and not exists (select 1 from links l where l.pairing = $pairing and l.#_key = r.key and l.state < 2)
        order by v.record
        """);

    private readonly Statement _name = session.Prepare(
        "select id, key, coalesce(identity, id) from records where id = $id");

    private readonly Statement _number = session.Prepare(
        "select id from records where entity = $entity and key = $key and hash is not null and gone = 0");

    // The key is that of the first rule: with one minimum, what stands beside it is of its row.
    private readonly BySide _candidates = new(
        session,
        """
        select r.id, r.key, coalesce(r.identity, r.id), min(m.rule),
            exists (
                select 1 from links l
                where l.pairing = $pairing and l.@_key = r.key and l.state < 2 and l.state = 0),
            r.entity, m.key
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
        string name, Side side, EntityName entityName, long after, int limit, Standings wanted) =>
        session.ReadAsync<IReadOnlyList<Unlinked>>(() =>
        {
            var unlinked = new List<Unlinked>();
            if (pairings.Find(name) is not { } pairing || entities.Find(entityName) is not { } entity)
                return unlinked;

            var known = memory.Of(pairing, side, entity);
            var open = new List<long>();
            while (unlinked.Count < limit)
            {
                open.Clear();
                Collect(known, side, ref after, limit - unlinked.Count, wanted, open);
                if (open.Count == 0)
                    break;

                foreach (var found in Look(pairing, side, known[side]!, open))
                    if (IsWanted(known, side, found.Observation, wanted))
                        unlinked.Add(found);
            }

            return unlinked;
        });

    public ValueTask<IReadOnlyList<Match>> MatchesAsync(string name, Side side, IReadOnlyList<long> observations) =>
        session.ReadAsync<IReadOnlyList<Match>>(() =>
        {
            if (pairings.Find(name) is not { } pairing)
                return [.. observations.Select(_ => Sluice.Match.None)];

            var known = memory.Of(pairing);
            memory.Prepare(known, pairing, observations.Count);
            return [.. observations.Select(observation => Match(pairing, side, known, observation))];
        });

    public ValueTask<IReadOnlyList<Candidate>> CandidatesAsync(string name, Side side, string key) =>
        session.ReadAsync<IReadOnlyList<Candidate>>(() =>
            pairings.Find(name) is { } pairing && pairings.Entity(pairing, side) is { } entity
            && _number.Number(entity, key) is { } observation
                ? Candidates(pairing, side, observation, isShown: true)
                : []);

    // The next records that may be unlinked, but those of which it is known how they stand and that nobody wants.
    private static void Collect(
        PairingMemory known, Side side, ref long after, int limit, Standings wanted, List<long> open)
    {
        while (open.Count < limit && known[side]!.Open.Next(after) is { } next)
        {
            after = next;
            if (IsWanted(known, side, next, wanted))
                open.Add(next);
        }
    }

    private static bool IsWanted(PairingMemory known, Side side, long record, Standings wanted) =>
        known.Standing(side, record) is not { } standing || wanted.HasFlag(standing);

    private List<Unlinked> Look(long pairing, Side side, SideMemory known, List<long> open)
    {
        var found = new List<Unlinked>(open.Count);
        if (open[^1] - open[0] < (long)open.Count * Sparse)
            Look(pairing, side, known, open[0], open[^1], found);
        else
            foreach (var record in open)
                Look(pairing, side, known, record, record, found);

        foreach (var record in open)
            known.Pass(record);
        foreach (var record in found)
            known.Found(record);
        return found;
    }

    private void Look(long pairing, Side side, SideMemory known, long first, long last, List<Unlinked> found)
    {
        var entity = entities.Name(known.Entity);
        using var rows = _unlinked[side].Query(pairing, side, first, last, known.Entity);
        while (rows.Read())
            found.Add(new Unlinked(rows.Number(0), rows.Text(1), Identity(rows, entity))
            {
                HasEnded = rows.Flag(3),
                PartedFrom = rows.TextOrNull(4),
                Ruling = (Ruling?)rows.NumberOrNull(5),
                IsWanted = rows.Flag(6),
                RuledAt = rows.TimeOrNull(7),
            });
    }

    private Match Match(long pairing, Side side, PairingMemory known, long observation)
    {
        switch (known.Mate(side, observation))
        {
            case Mates.None:
                return Sluice.Match.None;
            case not Mates.Unknown and var mate when Free(pairing, side.Other(), known, mate) is { } free:
                return new([free], [], null);
        }

        known.Ask();
        var across = Candidates(pairing, side, observation);
        return across.Count == 0
            ? Sluice.Match.None
            : new(
                across,
                [
                    .. Candidates(pairing, side.Other(), across[0].Observation)
                        .Where(rival => rival.Observation != observation),
                ],
                links.OfKey(pairing, side.Other(), across[0].Key)?.Link);
    }

    // Who shares a key with one other only, and has no link, is free unless it has a past.
    private Candidate? Free(long pairing, Side side, PairingMemory known, int record)
    {
        if (known[side] is not { } here
            || (!here.Plain.Contains(record)
                && (Look(pairing, side, here, [record]).Count == 0 || !here.Plain.Contains(record))))
            return null;

        using var rows = _name.Query((long)record);
        rows.Read();
        return new(
            record, rows.Text(1), Identity(rows, entities.Name(here.Entity)), IsLinked: false,
            known.Mates!.Rule(record));
    }

    private List<Candidate> Candidates(long pairing, Side side, long observation, bool isShown = false)
    {
        var candidates = new List<Candidate>();
        using var rows = _candidates[side].Query(pairing, side.Other(), observation, side);
        while (rows.Read())
            candidates.Add(new Candidate(
                rows.Number(0), rows.Text(1), Identity(rows, entities.Name(rows.Number(5))), rows.Flag(4),
                rows.Small(3))
            {
                Agrees = isShown ? rows.Text(6) : null,
            });

        return candidates;
    }

    // Most records are physical ones themselves, and no question to the store.
    private RecordId Identity(Rows rows, EntityName entity) =>
        rows.Number(0) == rows.Number(2) ? new(entity, rows.Text(1)) : numbers.Name(rows.Number(2));
}
