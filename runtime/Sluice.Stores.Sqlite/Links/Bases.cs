namespace Sluice.Stores.Sqlite;

/// <summary>What both sides of a link showed when they last agreed.</summary>
internal sealed class Bases(Session session)
{
    private readonly Statement _read = session.Prepare(
        "select field, left_value, right_value, mapping, version from bases where link = $link order by field");

    private readonly Statement _move = session.Prepare(
        """
        insert into bases (link, field, left_value, right_value, mapping, version)
        values ($link, $field, $left, $right, $mapping, $version)
        on conflict (link, field) do update set
            left_value = excluded.left_value, right_value = excluded.right_value, mapping = excluded.mapping,
            version = excluded.version
        """);

    public IReadOnlyList<FieldBase> Read(long link)
    {
        var bases = new List<FieldBase>();
        using var rows = _read.Query(link);
        while (rows.Read())
            bases.Add(new FieldBase(rows.Text(0), rows.Value(1), rows.Value(2), rows.Text(3))
            {
                Version = rows.Number(4),
            });

        return bases;
    }

    /// <summary>Within a transaction: moves these fields; others stay.</summary>
    public void Move(long link, IReadOnlyList<FieldBase> bases)
    {
        foreach (var moved in bases)
            _move.Run(link, moved.Field, moved.Left, moved.Right, moved.Mapping, moved.Version);
    }
}
