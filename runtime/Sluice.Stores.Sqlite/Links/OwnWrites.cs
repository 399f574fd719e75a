namespace Sluice.Stores.Sqlite;

/// <summary>What stood in a record before we wrote to it, whichever pairing we wrote for.</summary>
internal sealed class OwnWrites(Session session, RecordNumbers numbers)
{
    private readonly Statement _read = session.Prepare(
        """
        select id, path, before_value, sent_value, at, version, late from own_writes
        where record = $record order by at, id
        """);

    private readonly Statement _forget = session.Prepare("delete from own_writes where id = $id");

    private readonly Statement _add = session.Prepare(
        """
        insert into own_writes (record, path, before_value, sent_value, at, version, late)
        values ($record, $path, $before, $sent, $at, $version, $late)
        """);

    public ValueTask<IReadOnlyList<OwnWrite>> OfAsync(RecordId record) =>
        session.ReadAsync<IReadOnlyList<OwnWrite>>(() =>
        {
            var writes = new List<OwnWrite>();
            if (numbers.Find(record) is { } number)
                Add(writes, Side.Left, number);
            return writes;
        });

    public IReadOnlyList<OwnWrite> Read(long left, long right)
    {
        var writes = new List<OwnWrite>();
        Add(writes, Side.Left, left);
        Add(writes, Side.Right, right);
        return writes;
    }

    /// <summary>Within a transaction: adds what was written to the records of a link, and drops what is over.</summary>
    public void Keep(Link link, IReadOnlyList<OwnWrite> added, IReadOnlyList<long> over)
    {
        foreach (var write in added)
            _add.Run(
                numbers.Number(link.Identity(write.Side)), write.Path, write.Before, write.Sent, write.At,
                write.Version, write.IsLate);
        foreach (var id in over)
            _forget.Run(id);
    }

    private void Add(List<OwnWrite> writes, Side side, long record)
    {
        using var rows = _read.Query(record);
        while (rows.Read())
            writes.Add(new(side, rows.Text(1), rows.Value(2), rows.Value(3), rows.Time(4))
            {
                Id = rows.Number(0),
                Version = rows.Number(5),
                IsLate = rows.Flag(6),
            });
    }
}
