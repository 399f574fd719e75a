namespace Sluice.Stores.Sqlite;

/// <summary>What each pairing makes of a record. Only what differs is written.</summary>
internal sealed class Views(Session session, Pairings pairings, MatchMemory memory)
{
    private readonly Statement _views = session.Prepare(
        "select pairing, side, in_scope, wanted from views where record = $record");

    private readonly Statement _keys = session.Prepare(
        "select pairing, side, rule, key from match_keys where record = $record");

    private readonly Statement _addView = session.Prepare(
        """
        insert into views (pairing, side, record, in_scope, wanted)
        values ($pairing, $side, $record, $in_scope, $wanted)
        """);

    private readonly Statement _removeView = session.Prepare(
        "delete from views where pairing = $pairing and side = $side and record = $record");

    private readonly Statement _addKey = session.Prepare(
        "insert into match_keys (pairing, side, rule, key, record) values ($pairing, $side, $rule, $key, $record)");

    private readonly Statement _removeKey = session.Prepare(
        """
        delete from match_keys
        where pairing = $pairing and side = $side and rule = $rule and key = $key and record = $record
        """);

    public void Replace(long entity, long record, IReadOnlyList<PairingView> views, bool isNew)
    {
        var wantedViews = new HashSet<(long Pairing, Side Side, bool InScope, bool IsWanted)>(views.Count);
        var wantedKeys = new HashSet<(long Pairing, Side Side, int Rule, string Key)>();
        foreach (var view in views)
        {
            var pairing = pairings.Number(view.Pairing);
            pairings.Learn(pairing, view.Side, entity);
            wantedViews.Add((pairing, view.Side, view.InScope, view.IsWanted));
            memory.Viewed(pairing, view.Side, record);
            for (var rule = 0; rule < view.Keys.Count; rule++)
                foreach (var key in view.Keys[rule].Texts)
                    wantedKeys.Add((pairing, view.Side, rule, key));
        }

        ReplaceViews(record, wantedViews, isNew);
        ReplaceKeys(record, wantedKeys, isNew);
    }

    private void ReplaceViews(
        long record, HashSet<(long Pairing, Side Side, bool InScope, bool IsWanted)> wanted, bool isNew)
    {
        var stored = new HashSet<(long Pairing, Side Side, bool InScope, bool IsWanted)>();
        if (!isNew)
            using (var rows = _views.Query(record))
                while (rows.Read())
                    stored.Add((rows.Number(0), rows.Side(1), rows.Flag(2), rows.Flag(3)));

        foreach (var view in stored.Except(wanted))
        {
            _removeView.Run(view.Pairing, view.Side, record);
            memory.Viewed(view.Pairing, view.Side, record);
        }

        foreach (var view in wanted.Except(stored))
            _addView.Run(view.Pairing, view.Side, record, view.InScope, view.IsWanted);
    }

    private void ReplaceKeys(
        long record, HashSet<(long Pairing, Side Side, int Rule, string Key)> wanted, bool isNew)
    {
        var stored = new HashSet<(long Pairing, Side Side, int Rule, string Key)>();
        if (!isNew)
            using (var rows = _keys.Query(record))
                while (rows.Read())
                    stored.Add((rows.Number(0), rows.Side(1), rows.Small(2), rows.Text(3)));

        foreach (var key in stored.Except(wanted))
        {
            _removeKey.Run(key.Pairing, key.Side, key.Rule, key.Key, record);
            memory.Unkeyed(key.Pairing, record);
        }

        foreach (var key in wanted.Except(stored))
        {
            _addKey.Run(key.Pairing, key.Side, key.Rule, key.Key, record);
            memory.Keyed(key.Pairing, key.Side, key.Rule, key.Key, record);
        }
    }
}
