namespace Sluice.Stores.Sqlite;

/// <summary>What was last carried from or to each record, whichever pairing carried it.</summary>
internal sealed class Marks(Session session, RecordNumbers numbers)
{
    private readonly Statement _keep = session.Prepare(
        """
        insert into marks (record, path, value, version, is_copy, newest)
        values ($record, $path, $value, $version, $is_copy, $newest)
        on conflict (record, path) do update set
            value = excluded.value, version = excluded.version, is_copy = excluded.is_copy,
            newest = max(newest, excluded.newest),
            overruled = iif(excluded.version = version, overruled, '')
        """);

    private readonly Statement _keepNewer = session.Prepare(
        """
        insert into marks (record, path, value, version, is_copy, newest)
        values ($record, $path, $value, $version, $is_copy, $newest)
        on conflict (record, path) do update set
            value = excluded.value, version = excluded.version, is_copy = excluded.is_copy,
            newest = max(newest, excluded.newest),
            overruled = iif(excluded.version = version, overruled, '')
        where excluded.version >= version
        """);

    private readonly Statement _overrule = session.Prepare(
        """
        insert into marks (record, path, value, version, is_copy, newest)
        values ($record, $path, $value, $version, 0, $version)
        on conflict (record, path) do update set overruled = excluded.value
        """);

    private readonly Statement _of = session.Prepare(
        "select path, value, version, is_copy, newest, overruled from marks where record = $record");

    public ValueTask<IReadOnlyList<Mark>> OfAsync(RecordId record) => session.ReadAsync<IReadOnlyList<Mark>>(() =>
    {
        var marks = new List<Mark>();
        if (numbers.Find(record) is not { } number)
            return marks;

        using var rows = _of.Query(number);
        while (rows.Read())
            marks.Add(new(record, rows.Text(0), rows.Value(1), rows.Number(2), rows.Flag(3))
            {
                Newest = rows.Number(4),
                Overruled = rows.Value(5),
            });
        return marks;
    });

    /// <summary>Within a transaction: what a person said that records show, whatever was carried.</summary>
    public void Take(IReadOnlyList<Mark> marks) => Run(marks, _ => _keep);

    /// <summary>
    /// Within a transaction: what records showed when one was created for the other. Where that is found late, a newer
    /// value may have been carried since.
    /// </summary>
    public void KeepNewer(IReadOnlyList<Mark> marks) => Run(marks, _ => _keepNewer);

    /// <summary>
    /// Within a transaction: what records show from now on. Where a write is found late, a newer value of its origin
    /// may have been carried since; what it wrote over is what stands there.
    /// </summary>
    public void Keep(IReadOnlyList<Mark> marks) => Run(marks, mark => mark.IsCopy ? _keep : _keepNewer);

    /// <summary>
    /// Within a transaction: edits that are written over, each noted with what is known to have stood there. Where that
    /// is nothing, they are what is known.
    /// </summary>
    public void Overrule(IReadOnlyList<Mark> edits)
    {
        foreach (var edit in edits)
            _overrule.Run(numbers.Number(edit.Record), edit.Path, edit.Value, edit.Version);
    }

    private void Run(IReadOnlyList<Mark> marks, Func<Mark, Statement> statement)
    {
        foreach (var mark in marks)
            statement(mark).Run(
                numbers.Number(mark.Record), mark.Path, mark.Value, mark.Version, mark.IsCopy, mark.KnownUpTo);
    }
}
