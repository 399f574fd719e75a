namespace Sluice.Stores.Sqlite;

/// <summary>What the sides of a link show since they last agreed, and since when.</summary>
internal sealed class Edits(Session session)
{
    // What cannot be converted is in the answers: it has a value as little as what is not, and has not vanished.
    private const string Unconverted = "?";

    private readonly Statement _read = session.Prepare(
        "select field, side, value, after, not_later from edits where link = $link order by side, field");

    private readonly Statement _clear = session.Prepare("delete from edits where link = $link and side = $side");

    private readonly Statement _add = session.Prepare(
        """
        insert or replace into edits (link, side, field, value, after, not_later)
        values ($link, $side, $field, $value, $after, $not_later)
        """);

    // What was blank when both sides agreed cannot vanish.
    private readonly Statement _vanished = session.Prepare(
        """
        select p.name, e.side, e.field, count(*)
        from edits e
            cross join links l on l.id = e.link
            cross join bases b on b.link = e.link and b.field = e.field
            cross join pairings p on p.id = l.pairing
        where e.value = '' and l.state = 0
            and trim(iif(e.side = 0, b.left_value, b.right_value)) not in ('', '-', 't', 'l')
        group by p.name, e.side, e.field
        """);

    public ValueTask<IReadOnlyList<VanishedValues>> VanishedAsync() =>
        session.ReadAsync<IReadOnlyList<VanishedValues>>(() =>
        {
            var vanished = new List<VanishedValues>();
            using var rows = _vanished.Query();
            while (rows.Read())
                vanished.Add(new(rows.Text(0), rows.Side(1), rows.Text(2), rows.Small(3)));
            return vanished;
        });

    public IReadOnlyList<FieldEdit> Read(long link)
    {
        var edits = new List<FieldEdit>();
        using var rows = _read.Query(link);
        while (rows.Read())
            edits.Add(new(rows.Text(0), rows.Side(1), Value(rows.Text(2)), rows.TimeOrNull(3), rows.Time(4)));

        return edits;
    }

    /// <summary>Within a transaction: exactly these on both sides, from now on.</summary>
    public void Replace(long link, IReadOnlyList<FieldEdit> edits)
    {
        foreach (var side in new[] { Side.Left, Side.Right })
            Replace(new LinkEdits(link, side, [.. edits.Where(edit => edit.Side == side)]));
    }

    /// <summary>Within a transaction: exactly these on one side, from now on.</summary>
    public void Replace(LinkEdits edits)
    {
        _clear.Run(edits.Link, edits.Side);
        Add(edits.Link, edits.Fields);
    }

    /// <summary>Within a transaction: these, beside what is known of other fields.</summary>
    public void Add(long link, IReadOnlyList<FieldEdit> edits)
    {
        foreach (var edit in edits)
            _add.Run(
                link, edit.Side, edit.Field, edit.Value.Issue is null ? edit.Value.ToStored() : Unconverted,
                edit.After, edit.NotLaterThan);
    }

    private static FieldValue Value(string stored) =>
        stored == Unconverted ? FieldValue.Absent : FieldValue.FromStored(stored);
}
