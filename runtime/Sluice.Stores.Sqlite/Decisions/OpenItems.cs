namespace Sluice.Stores.Sqlite;

/// <summary>What waits, what only a person can decide, and what a vendor refused.</summary>
/// <remarks>
/// What is open about one record is replaced as a whole; since when something is, stays until nothing is.
/// </remarks>
internal sealed class OpenItems(Session session, Pairings pairings, Rulings rulings, Marks marks)
{
    private const string Items =
        """
        select r.kind, p.name, r.side, r.key, r.reason, r.line, r.since, r.basis,
            r.cause, r.field, r.left_value, r.right_value
        from pairings p cross join review r on r.pairing = p.id
        """;

    private const string Order = "order by p.name, r.kind, r.side, r.key, r.number";

    private readonly Statement _since = session.Prepare(
        "select min(since) from review where pairing = $pairing and side = $side and key = $key");

    private readonly Statement _clear = session.Prepare(
        "delete from review where pairing = $pairing and side = $side and key = $key");

    private readonly Statement _add = session.Prepare(
        """
        insert into review (
            pairing, side, key, number, kind, reason, line, since, basis, cause, field, left_value, right_value)
        values (
            $pairing, $side, $key, $number, $kind, $reason, $line, $since, $basis, $cause, $field, $left, $right)
        """);

    private readonly Statement _answered = session.Prepare(
        """
        delete from review
        where pairing = $pairing and side = $side and key = $key and field = $field and cause = $cause
        """);

    private readonly Statement _all = session.Prepare($"{Items} {Order}");
    private readonly Statement _of = session.Prepare($"{Items} where p.id = $pairing {Order}");

    private readonly Statement _one = session.Prepare(
        $"{Items} where p.id = $pairing and r.side = $side and r.key = $key {Order}");

    public ValueTask OpenAsync(OpenItem item, IReadOnlyList<OpenItem> beside, IReadOnlyList<Mark> seen) =>
        session.WriteAsync(() =>
        {
            Replace(pairings.Number(item.Pairing), item.Side, item.Key, [item, .. beside]);
            marks.Keep(seen);
        });

    public ValueTask CloseAsync(string name, Side side, string key) => session.WriteAsync(() =>
    {
        if (pairings.Find(name) is { } pairing)
            Clear(pairing, side, key);
    });

    public ValueTask<IReadOnlyList<OpenItem>> ListAsync(string? name) =>
        session.ReadAsync<IReadOnlyList<OpenItem>>(() =>
            name is null ? Read(_all.Query()) : pairings.Find(name) is { } pairing ? Read(_of.Query(pairing)) : []);

    public ValueTask<IReadOnlyList<OpenItem>> ListAsync(string name, Side side, string key) =>
        session.ReadAsync<IReadOnlyList<OpenItem>>(() =>
            pairings.Find(name) is { } pairing ? Read(_one.Query(pairing, side, key)) : []);

    /// <summary>Within a transaction: a person has answered this, and nothing else about the record.</summary>
    public void Answer(long pairing, Side side, string key, OpenCause cause, string field = "") =>
        _answered.Run(pairing, side, key, field, (int)cause);

    /// <summary>Within a transaction: nothing is open about a record any more.</summary>
    public void Clear(long pairing, Side side, string key) => _clear.Run(pairing, side, key);

    /// <summary>
    /// Within a transaction: what is open about the two records of a link, and of any other record that is named.
    /// </summary>
    public void Replace(Link link, IReadOnlyList<OpenItem> open)
    {
        var pairing = pairings.Number(link.Pairing);
        var records = open.Select(item => (item.Side, item.Key))
            .Prepend((Side.Right, link.RightKey)).Prepend((Side.Left, link.LeftKey)).Distinct().ToList();
        foreach (var (side, key) in records)
            Replace(pairing, side, key, [.. open.Where(item => item.Side == side && item.Key == key)]);
    }

    private void Replace(long pairing, Side side, string key, IReadOnlyList<OpenItem> items)
    {
        var since = _since.Number(pairing, side, key);
        Clear(pairing, side, key);
        for (var number = 0; number < items.Count; number++)
        {
            // What a person left as it is, is not asked again.
            var item = items[number];
            if (item.Cause is OpenCause.Gone or OpenCause.Parted && rulings.Of(pairing, side, key) == Ruling.Leave)
                continue;

            _add.Run(
                pairing, side, key, number, (int)item.Kind, item.Reason, item.Line,
                since ?? item.Since.UtcTicks, item.Basis, (int)item.Cause, item.Field, item.Left, item.Right);
        }
    }

    private static List<OpenItem> Read(Rows rows)
    {
        using (rows)
        {
            var items = new List<OpenItem>();
            while (rows.Read())
                items.Add(new OpenItem(
                    (OpenKind)rows.Small(0), rows.Text(1), rows.Side(2), rows.Text(3), rows.Text(4),
                    rows.Small(5), rows.Time(6))
                {
                    Basis = rows.Text(7),
                    Cause = (OpenCause)rows.Small(8),
                    Field = rows.Text(9),
                    Left = rows.Value(10),
                    Right = rows.Value(11),
                });

            return items;
        }
    }
}
