namespace Sluice.Stores.Sqlite;

/// <summary>Every value that this tool moved.</summary>
internal sealed class History(Session session, Pairings pairings)
{
    private readonly Statement _append = session.Prepare(
        """
        insert into history (run, pairing, left_key, right_key, written, field, old_value, new_value, rule, line, at)
        values ($run, $pairing, $left_key, $right_key, $written, $field, $old, $new, $rule, $line, $at)
        """);

    private readonly Statement _last = session.Prepare(
        """
        select run, written, field, old_value, new_value, rule, line, at from history
        where pairing = $pairing and left_key = $left and right_key = $right and written = $written and field = $field
        order by id desc limit $limit
        """);

    public ValueTask<IReadOnlyList<HistoryEntry>> LastWritesAsync(Link link, Side side, string field, int limit) =>
        session.ReadAsync<IReadOnlyList<HistoryEntry>>(() =>
        {
            var entries = new List<HistoryEntry>();
            if (pairings.Find(link.Pairing) is not { } pairing)
                return entries;

            using var rows = _last.Query(pairing, link.LeftKey, link.RightKey, side, field, limit);
            while (rows.Read())
                entries.Add(new HistoryEntry(
                    rows.Number(0), link.Pairing, link.LeftKey, link.RightKey, rows.Side(1), rows.Text(2),
                    rows.Value(3), rows.Value(4), rows.Text(5), rows.Small(6), rows.Time(7)));

            return entries;
        });

    /// <summary>Within the transaction that stores what was moved.</summary>
    public void Append(IReadOnlyList<HistoryEntry> entries)
    {
        foreach (var entry in entries)
            _append.Run(
                entry.Run, pairings.Number(entry.Pairing), entry.LeftKey, entry.RightKey, entry.Written, entry.Field,
                entry.Old, entry.New, entry.Rule, entry.Line, entry.At);
    }
}
