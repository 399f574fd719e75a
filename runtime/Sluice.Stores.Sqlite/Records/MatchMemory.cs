namespace Sluice.Stores.Sqlite;

/// <summary>
/// What an owner keeps in mind of who has no link and who shares match keys with whom, so that a cycle in which little
/// changed does not look through all records for it.
/// </summary>
/// <remarks>
/// Read and written by whoever holds the session's gate. Whoever writes a record or a link notes it within the
/// transaction, and each note makes less known: it does no harm where the transaction fails. Only reading what is
/// stored makes more known.
/// </remarks>
internal sealed class MatchMemory
{
    private readonly Session _session;
    private readonly MateSearch _search;
    private readonly Pairings _names;
    private readonly Dictionary<long, PairingMemory> _pairings = [];
    private readonly Statement _records;
    private readonly Statement _views;
    private readonly Statement _record;
    private readonly Statement _sharing;

    public MatchMemory(Session session, Pairings pairings)
    {
        (_session, _names, _search) = (session, pairings, new(session));
        _records = session.Prepare("select max(id) from records");
        _views = session.Prepare(
            "select record from views where pairing = $pairing and side = $side order by record");
        _record = session.Prepare("select id from records where entity = $entity and key = $key");
        _sharing = session.Prepare(
            """
            select record from match_keys
            where pairing = $pairing and side = $side and rule = $rule and key = $key
            """);
        session.AfterEveryRollback(Forget);
    }

    /// <summary>
    /// What is known of a pairing, at least who of one side may have no link. Where another owner may have changed what
    /// is stored, nothing that was known before counts.
    /// </summary>
    public PairingMemory Of(long pairing, Side side, long entity)
    {
        var known = Of(pairing);
        if (known[side]?.Entity != entity)
            known[side] = AllViewed(pairing, side, entity);
        return known;
    }

    /// <summary>What is known of a pairing.</summary>
    public PairingMemory Of(long pairing)
    {
        if (!_session.IsOwner)
            return new();
        if (!_pairings.TryGetValue(pairing, out var known))
            _pairings[pairing] = known = new();
        return known;
    }

    /// <summary>Finds out who shares keys with whom where so many are asked for that it pays.</summary>
    public void Prepare(PairingMemory known, long pairing, int asked)
    {
        if (!_session.IsOwner || _records.Number() is not { } records || records >= int.MaxValue
            || !known.IsWorth(asked, records)
            || _names.Entity(pairing, Side.Left) is not { } left
            || _names.Entity(pairing, Side.Right) is not { } right || left == right)
            return;

        known[Side.Left] ??= AllViewed(pairing, Side.Left, left);
        known[Side.Right] ??= AllViewed(pairing, Side.Right, right);
        known.Know(_search.Run(pairing, (int)records));
    }

    /// <summary>A record was seen, or is seen by a pairing no more.</summary>
    public void Viewed(long pairing, Side side, long record)
    {
        if (_pairings.TryGetValue(pairing, out var known))
            known[side]?.Touch(record);
    }

    /// <summary>A record has a match key that it did not have.</summary>
    public void Keyed(long pairing, Side side, int rule, string key, long record)
    {
        if (!_pairings.TryGetValue(pairing, out var known) || known.Mates is not { } mates)
            return;

        mates.Forget(record);
        using var rows = _sharing.Query(pairing, side.Other(), rule, key);
        while (rows.Read())
            mates.Forget(rows.Number(0));
    }

    /// <summary>A record has a match key no more.</summary>
    public void Unkeyed(long pairing, long record)
    {
        if (_pairings.TryGetValue(pairing, out var known))
            known.Mates?.Forget(record);
    }

    /// <summary>A record is gone.</summary>
    public void Lost(long record)
    {
        foreach (var known in _pairings.Values)
        {
            known[Side.Left]?.Plain.Remove(record);
            known[Side.Right]?.Plain.Remove(record);
        }
    }

    /// <summary>A link came about, or is not what it was.</summary>
    public void Linked(long pairing, Link link)
    {
        if (!_pairings.TryGetValue(pairing, out var known))
            return;

        foreach (var side in new[] { Side.Left, Side.Right })
            if (known[side] is { } here && _record.Number(here.Entity, link.Key(side)) is { } record)
                here.Touch(record);
    }

    /// <summary>More changed than is worth telling one by one.</summary>
    public void Forget() => _pairings.Clear();

    private SideMemory AllViewed(long pairing, Side side, long entity)
    {
        var memory = new SideMemory(entity);
        using var rows = _views.Query(pairing, side);
        while (rows.Read())
            memory.Open.Add(rows.Number(0));

        return memory;
    }
}
