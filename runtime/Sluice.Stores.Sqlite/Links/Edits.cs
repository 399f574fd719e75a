namespace Sluice.Stores.Sqlite;

/// <summary>What the sides of a link show since they last agreed, and since when.</summary>
internal sealed class Edits(Session session)
{
    private readonly Statement _read = session.Prepare(
        "select field, side, value, after, not_later from edits where link = $link order by side, field");

    private readonly Statement _clear = session.Prepare("delete from edits where link = $link and side = $side");

    private readonly Statement _add = session.Prepare(
        """
        insert into edits (link, side, field, value, after, not_later)
        values ($link, $side, $field, $value, $after, $not_later)
        """);

    public IReadOnlyList<FieldEdit> Read(long link)
    {
        var edits = new List<FieldEdit>();
        using var rows = _read.Query(link);
        while (rows.Read())
            edits.Add(new(rows.Text(0), rows.Side(1), rows.Value(2), rows.TimeOrNull(3), rows.Time(4)));

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
        foreach (var edit in edits.Fields)
            _add.Run(edits.Link, edits.Side, edit.Field, edit.Value, edit.After, edit.NotLaterThan);
    }
}
