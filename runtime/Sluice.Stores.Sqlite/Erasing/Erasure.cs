namespace Sluice.Stores.Sqlite;

/// <summary>Erases a thing: every record that stands for it, with all that was kept of them.</summary>
internal sealed class Erasure(
    Session session, Entities entities, LinkReader links, Lineages lineages, Removal removal, Traces traces,
    WaitingTraces waiting, Forgotten forgotten)
{
    private readonly Statement _rows = session.Prepare(
        """
        select id, entity, key from records where id = $record
        union
        select id, entity, key from records where identity = $record
        """);

    private readonly Statement _physical = session.Prepare(
        "select coalesce(identity, id) from records where entity = $entity and key = $key");

    public ValueTask<IReadOnlyList<RecordId>> SameThingAsync(RecordId record) =>
        session.ReadAsync<IReadOnlyList<RecordId>>(() =>
            [.. SameThing(record).Select(row => row.Name).Order(Comparer<RecordId>.Create(Compare))]);

    /// <summary>Within a transaction: erases everything but the hashes by which it is left alone.</summary>
    public void Forget(RecordId record, DateTimeOffset at)
    {
        var rows = SameThing(record);
        foreach (var row in rows)
            traces.Collect(row.Entity, row.Name.Key, row.Id);

        // Links first: records cannot go while a link names them.
        foreach (var row in rows)
            foreach (var linked in links.OfRecord(row.Entity, row.Name.Key))
                removal.Link(linked.Link.Id);
        foreach (var row in rows)
            traces.RemoveLinksOf(row.Id);
        foreach (var row in rows)
            traces.Remove(row.Entity, row.Name.Key);
        foreach (var row in rows.OrderBy(row => row.IsPhysical))
            removal.Record(row.Id);

        List<RecordId> erased = [.. rows.Select(row => row.Name), record];
        traces.Redact();

        // Its words name nobody: no value is to be looked for in them.
        forgotten.Add(erased, at);
        waiting.Settle(at);
    }

    private List<(long Id, long Entity, RecordId Name, bool IsPhysical)> SameThing(RecordId record)
    {
        var found = new Dictionary<long, (long Id, long Entity, RecordId Name, bool IsPhysical)>();
        if (entities.Find(record.Entity) is not { } entity || _physical.Number(entity, record.Key) is not { } first)
            return [];

        foreach (var physical in lineages.Of(first).Prepend(first))
        {
            using var rows = _rows.Query(physical);
            while (rows.Read())
                found[rows.Number(0)] = (
                    rows.Number(0), rows.Number(1), new(entities.Name(rows.Number(1)), rows.Text(2)),
                    rows.Number(0) == physical);
        }

        return [.. found.Values];
    }

    private static int Compare(RecordId left, RecordId right) =>
        left.Entity.CompareTo(right.Entity) is not 0 and var byEntity
            ? byEntity
            : string.CompareOrdinal(left.Key, right.Key);
}
