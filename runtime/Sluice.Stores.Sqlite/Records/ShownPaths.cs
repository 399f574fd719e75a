namespace Sluice.Stores.Sqlite;

/// <summary>Which paths the records of an entity show, and which they have ceased to show.</summary>
internal sealed class ShownPaths(Session session, Entities entities)
{
    private readonly Statement _of = session.Prepare(
        "select path, lost_at from shown_paths where entity = $entity order by path");

    private readonly Statement _clear = session.Prepare("delete from shown_paths where entity = $entity");

    private readonly Statement _add = session.Prepare(
        "insert into shown_paths (entity, path, lost_at) values ($entity, $path, $lost_at)");

    public ValueTask<IReadOnlyList<ShownPath>> OfAsync(EntityName name) =>
        session.ReadAsync<IReadOnlyList<ShownPath>>(() =>
        {
            var paths = new List<ShownPath>();
            if (entities.Find(name) is not { } entity)
                return paths;

            using var rows = _of.Query(entity);
            while (rows.Read())
                paths.Add(new(rows.Text(0), rows.TimeOrNull(1)));
            return paths;
        });

    public ValueTask KeepAsync(EntityName name, IReadOnlyList<ShownPath> paths) => session.WriteAsync(() =>
    {
        var entity = entities.Number(name);
        _clear.Run(entity);
        foreach (var shown in paths)
            _add.Run(entity, shown.Path, shown.LostAt);
    });
}
