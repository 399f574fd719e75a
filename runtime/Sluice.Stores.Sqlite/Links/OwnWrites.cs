namespace Sluice.Stores.Sqlite;

/// <summary>What stood in the fields of a link before we wrote them.</summary>
internal sealed class OwnWrites(Session session)
{
    private readonly Statement _read = session.Prepare(
        "select field, side, before_value, sent_value, at from own_writes where link = $link order by number");

    private readonly Statement _clear = session.Prepare("delete from own_writes where link = $link");

    private readonly Statement _add = session.Prepare(
        """
        insert into own_writes (link, number, field, side, before_value, sent_value, at)
        values ($link, $number, $field, $side, $before, $sent, $at)
        """);

    public IReadOnlyList<OwnWrite> Read(long link)
    {
        var writes = new List<OwnWrite>();
        using var rows = _read.Query(link);
        while (rows.Read())
            writes.Add(new(rows.Text(0), rows.Side(1), rows.Value(2), rows.Value(3), rows.Time(4)));

        return writes;
    }

    /// <summary>Within a transaction: exactly these, from now on.</summary>
    public void Replace(long link, IReadOnlyList<OwnWrite> writes)
    {
        _clear.Run(link);
        for (var number = 0; number < writes.Count; number++)
        {
            var write = writes[number];
            _add.Run(link, number, write.Field, write.Side, write.Before, write.Sent, write.At);
        }
    }
}
