namespace Sluice.Stores.Sqlite;

/// <summary>What people decided where two values differed.</summary>
internal sealed class DecidedHistory(Session session, RecordNumbers numbers, Lineages lineages)
{
    // Where nobody ever decided anything, nothing else is looked for.
    private readonly Statement _any = session.Prepare("select 1 from history where run = 0 limit 1");

    // What was put back since, or taken after all, is no more decided against.
    private readonly Statement _of = session.Prepare(
        """
        select h.id, p.name, h.left_key, h.right_key, h.written, h.field, h.old_value, h.new_value, h.rule, h.line, h.at
        from links l
            cross join history h
                on h.pairing = l.pairing and h.left_key = l.left_key and h.right_key = l.right_key
            cross join pairings p on p.id = h.pairing
        where l.left_record = $record and l.state <> 2 and h.run = 0 and h.field <> ''
            and not exists (
                select 1 from history s
                where s.pairing = h.pairing and s.left_key = h.left_key and s.right_key = h.right_key
                    and s.field = h.field and s.new_value = h.old_value and s.id > h.id)
        """);

    public ValueTask<IReadOnlyList<HistoryEntry>> OfAsync(RecordId record) =>
        session.ReadAsync<IReadOnlyList<HistoryEntry>>(() =>
            IsAny() && numbers.Find(record) is { } number ? Of([number, .. lineages.Of(number)]) : []);

    private bool IsAny()
    {
        using var rows = _any.Query();
        return rows.Read();
    }

    private List<HistoryEntry> Of(IReadOnlyList<long> thing)
    {
        var found = new SortedDictionary<long, HistoryEntry>();
        foreach (var record in thing)
        {
            using var rows = _of.Query(record);
            while (rows.Read())
                found[rows.Number(0)] = new(
                    0, rows.Text(1), rows.Text(2), rows.Text(3), rows.Side(4), rows.Text(5), rows.Value(6),
                    rows.Value(7), rows.Text(8), rows.Small(9), rows.Time(10));
        }

        return [.. found.Reverse().Select(row => row.Value)];
    }
}
