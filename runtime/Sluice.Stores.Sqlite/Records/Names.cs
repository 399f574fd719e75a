namespace Sluice.Stores.Sqlite;

/// <summary>Which records name which others by their keys.</summary>
internal sealed class Names(Session session, Entities entities)
{
    private readonly Statement _stored = session.Prepare("select path, entity, key from names where record = $record");

    private readonly Statement _add = session.Prepare(
        "insert into names (record, path, entity, key) values ($record, $path, $entity, $key)");

    private readonly Statement _remove = session.Prepare(
        "delete from names where record = $record and path = $path and entity = $entity and key = $key");

    private readonly Statement _named = session.Prepare(
        """
        select n.path, n.key from records r cross join names n on n.record = r.id
        where r.entity = $entity and r.key = $key and n.entity = $named order by n.key
        """);

    private readonly Statement _naming = session.Prepare(
        """
        select n.path, r.key from names n cross join records r on r.id = n.record
        where n.entity = $named and n.key = $key and r.entity = $entity and r.hash is not null and r.gone = 0
        order by r.key
        """);

    /// <summary>Within a transaction: what a record names from now on. Only what differs is written.</summary>
    public void Replace(long record, IReadOnlyList<NamedRecord> names, bool isNew)
    {
        var wanted = names.Select(name => (name.Path, Entity: entities.Number(name.Entity), name.Key)).ToHashSet();
        var stored = new HashSet<(string Path, long Entity, string Key)>();
        if (!isNew)
            using (var rows = _stored.Query(record))
                while (rows.Read())
                    stored.Add((rows.Text(0), rows.Number(1), rows.Text(2)));

        foreach (var name in stored.Except(wanted))
            _remove.Run(record, name.Path, name.Entity, name.Key);
        foreach (var name in wanted.Except(stored))
            _add.Run(record, name.Path, name.Entity, name.Key);
    }

    public ValueTask<IReadOnlyList<string>> NamedByAsync(
        EntityName entity, string key, EntityName named, IReadOnlyList<string> paths) =>
        session.ReadAsync<IReadOnlyList<string>>(() =>
            entities.Find(entity) is { } from && entities.Find(named) is { } to
                ? Keys(_named.Query(from, key, to), paths)
                : []);

    public ValueTask<IReadOnlyList<string>> NamingAsync(
        EntityName entity, IReadOnlyList<string> paths, EntityName named, string key) =>
        session.ReadAsync<IReadOnlyList<string>>(() =>
            entities.Find(entity) is { } from && entities.Find(named) is { } to
                ? Keys(_naming.Query(to, key, from), paths)
                : []);

    private static List<string> Keys(Rows rows, IReadOnlyList<string> paths)
    {
        var keys = new List<string>();
        using (rows)
            while (rows.Read())
                if (paths.Contains(rows.Text(0)) && !keys.Contains(rows.Text(1)))
                    keys.Add(rows.Text(1));

        return keys;
    }
}
