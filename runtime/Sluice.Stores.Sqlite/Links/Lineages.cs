namespace Sluice.Stores.Sqlite;

/// <summary>Which records stand for one thing.</summary>
/// <remarks>
/// Follows links from record to record, over those that ended too: a membership that is stored would have to be kept in
/// step with every link.
/// </remarks>
internal sealed class Lineages(Session session, RecordNumbers numbers)
{
    private readonly Statement _reach = session.Prepare(
        """
        with recursive thing (record) as (
            select $record
            union
            select l.right_record from thing cross join links l on l.left_record = thing.record where l.state <> 2
            union
            select l.left_record from thing cross join links l on l.right_record = thing.record where l.state <> 2)
        select record from thing where record <> $record order by record
        """);

    public ValueTask<IReadOnlyList<RecordId>> OfAsync(RecordId record) =>
        session.ReadAsync<IReadOnlyList<RecordId>>(() =>
        {
            var lineage = new List<RecordId>();
            if (numbers.Find(record) is not { } number)
                return lineage;

            lineage.AddRange(Of(number).Select(numbers.Name));
            return lineage;
        });

    /// <summary>Within a transaction or a read: the same by numbers.</summary>
    public IReadOnlyList<long> Of(long record)
    {
        var lineage = new List<long>();
        using var rows = _reach.Query(record);
        while (rows.Read())
            lineage.Add(rows.Number(0));

        return lineage;
    }
}
