namespace Sluice.Stores.Sqlite;

/// <summary>Every value that this tool moved.</summary>
internal sealed class History(Session session, Entities entities, Pairings pairings)
{
    private const string Columns =
        """
        select h.run, p.name, h.left_key, h.right_key, h.written, h.field, h.old_value, h.new_value, h.rule, h.line,
            h.at, h.document, h.seen_at, h.intent, h.id
        """;

    private readonly BySide _of = new(
        session,
        $"""
        {Columns}
        from pairings p cross join history h on h.pairing = p.id and h.#_key = $key
        where p.#_entity = $entity
        order by h.id desc limit $limit
        """);

    private readonly BySide _ofField = new(
        session,
        $"""
        {Columns}
        from pairings p cross join history h on h.pairing = p.id and h.#_key = $key and h.field = $field
        where p.name = $pairing and p.#_entity = $entity
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

    private readonly Statement _last = session.Prepare(
        """
        select run, written, field, old_value, new_value, rule, line, at from history
        where pairing = $pairing and left_key = $left and right_key = $right and written = $written and field = $field
            and run > 0
        order by id desc limit $limit
        """);

    /// <summary>What was moved into a record or from it, over all pairings, the newest first.</summary>
    public ValueTask<IReadOnlyList<HistoryEntry>> OfAsync(RecordId record, int limit) =>
        ReadAsync(record, limit, (entity, side) => [_of[side].Query(record.Key, entity, limit)]);

    /// <summary>The same of some fields only.</summary>
    public ValueTask<IReadOnlyList<HistoryEntry>> OfFieldsAsync(
        RecordId record, IReadOnlyList<(string Pairing, string Field)> fields, int limit) =>
        ReadAsync(record, limit, (entity, side) => fields.Select(field =>
            _ofField[side].Query(record.Key, field.Field, field.Pairing, entity, limit)));

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
                entry.Run, entry.LeftKey, entry.RightKey, entry.Written, entry.Field, entry.Old, entry.New, entry.Rule,
                entry.Line, entry.At, entry.Document, entry.Intent, entry.SeenAt, pairings.Number(entry.Pairing));
    }

    private ValueTask<IReadOnlyList<HistoryEntry>> ReadAsync(
        RecordId record, int limit, Func<long, Side, IEnumerable<Rows>> query) =>
        session.ReadAsync<IReadOnlyList<HistoryEntry>>(() =>
        {
            if (entities.Find(record.Entity) is not { } entity)
                return [];

            var found = new SortedDictionary<long, HistoryEntry>();
            foreach (var side in new[] { Side.Left, Side.Right })
                foreach (var rows in query(entity, side))
                    Read(found, rows);

            return [.. found.Reverse().Take(limit).Select(row => row.Value)];
        });

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
