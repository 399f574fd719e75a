namespace Sluice.Stores.Sqlite;

/// <summary>What this tool last wrote into each record, whichever pairing it wrote for.</summary>
internal sealed class Echoes(Session session, RecordNumbers numbers)
{
    private readonly Statement _keep = session.Prepare(
        """
        insert into echoes (record, path, value) values ($record, $path, $value)
        on conflict (record, path) do update set value = excluded.value
        """);

    private readonly Statement _of = session.Prepare("select path, value from echoes where record = $record");

    private readonly Statement _ends = session.Prepare("select left_record, right_record from links where id = $link");

    private readonly Statement _pending = session.Prepare(
        """
        select 1 from links
        where id <> $link and state = 0 and dirty = 1 and left_record in ($left, $right)
        union all
        select 1 from links
        where id <> $link and state = 0 and dirty = 1 and right_record in ($left, $right)
        limit 1
        """);

    private readonly Statement _notice = session.Prepare(
        "update links set dirty = 1 where state = 0 and (left_record = $record or right_record = $record)");

    public ValueTask<Provenance> OfAsync(long link) => session.ReadAsync(() =>
    {
        long left, right;
        using (var rows = _ends.Query(link))
        {
            if (!rows.Read())
                return Provenance.Unknown;
            (left, right) = (rows.Number(0), rows.Number(1));
        }

        var echoes = new List<Echo>();
        Add(echoes, Side.Left, left);
        Add(echoes, Side.Right, right);
        return new Provenance(echoes, _pending.Number(link, left, right) is not null);
    });

    public ValueTask NoticeAsync(RecordId record) => session.WriteAsync(() =>
    {
        if (numbers.Find(record) is { } number)
            _notice.Run(number);
    });

    /// <summary>Within a transaction: what was written into the records of a link.</summary>
    public void Keep(Link link, IReadOnlyList<Echo> echoes)
    {
        foreach (var echo in echoes)
            _keep.Run(numbers.Number(link.Identity(echo.Side)), echo.Path, echo.Value);
    }

    private void Add(List<Echo> echoes, Side side, long record)
    {
        using var rows = _of.Query(record);
        while (rows.Read())
            echoes.Add(new(side, rows.Text(0), rows.Value(1)));
    }
}
