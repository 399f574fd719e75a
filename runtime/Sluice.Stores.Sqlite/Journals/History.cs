namespace Sluice.Stores.Sqlite;

/// <summary>Every value that this tool moved.</summary>
internal sealed class History(Session session, Entities entities, Pairings pairings)
{
    private readonly BySide _of = new(
        session,
        """
        select h.run, p.name, h.left_key, h.right_key, h.written, h.field, h.old_value, h.new_value, h.rule, h.line,
            h.at, h.document, h.seen_at, h.intent, h.id
        from pairings p cross join history h on h.pairing = p.id and h.#_key = $key
        where p.#_entity = $entity
        order by h.id desc limit $limit
        """);

    private readonly Statement _append = session.Prepare(
        """
        insert into history (
            run, pairing, left_key, right_key, written, field, old_value, new_value, rule, line, at, document, intent,
            seen_at)
        select $run, p.id, $left_key, $right_key, $written, $field, $old, $new, $rule, $line, $at, $document, $intent,
            coalesce($seen, (
                select r.seen_at from records r
                where r.entity = iif($written = 0, p.right_entity, p.left_entity)
                    and r.key = iif($written = 0, $right_key, $left_key)))
        from pairings p where p.id = $pairing
        """);

    /// <summary>What was moved into a record or from it, over all pairings, the newest first.</summary>
    public ValueTask<IReadOnlyList<HistoryEntry>> OfAsync(RecordId record, int limit) =>
        session.ReadAsync<IReadOnlyList<HistoryEntry>>(() =>
        {
            if (entities.Find(record.Entity) is not { } entity)
                return [];

            var found = new SortedDictionary<long, HistoryEntry>();
            foreach (var side in new[] { Side.Left, Side.Right })
                Read(found, _of[side].Query(record.Key, entity, limit));

            return [.. found.Reverse().Take(limit).Select(row => row.Value)];
        });

    /// <summary>Within the transaction that stores what was moved.</summary>
    public void Append(IReadOnlyList<HistoryEntry> entries)
    {
        foreach (var entry in entries)
            _append.Run(
                entry.Run, entry.LeftKey, entry.RightKey, entry.Written, entry.Field, entry.Old, entry.New, entry.Rule,
                entry.Line, entry.At, entry.Document, entry.Intent, entry.SeenAt, pairings.Number(entry.Pairing));
    }

    private static void Read(SortedDictionary<long, HistoryEntry> found, Rows rows)
    {
        using (rows)
            while (rows.Read())
                found[rows.Number(14)] = new(
                    rows.Number(0), rows.Text(1), rows.Text(2), rows.Text(3), rows.Side(4), rows.Text(5),
                    rows.Value(6), rows.Value(7), rows.Text(8), rows.Small(9), rows.Time(10))
                {
                    Document = rows.Text(11),
                    SeenAt = rows.TimeOrNull(12),
                    Intent = rows.NumberOrNull(13),
                };
    }
}
