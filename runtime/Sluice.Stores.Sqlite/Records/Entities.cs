namespace Sluice.Stores.Sqlite;

/// <summary>The numbers of entities.</summary>
internal sealed class Entities
{
    private readonly Dictionary<EntityName, long> _numbers = [];
    private readonly Dictionary<long, EntityName> _names = [];
    private readonly Statement _find;
    private readonly Statement _name;
    private readonly Statement _add;

    public Entities(Session session)
    {
        _find = session.Prepare("select id from entities where system = $system and name = $name");
        _name = session.Prepare("select system, name from entities where id = $id");
        _add = session.Prepare("insert into entities (system, name) values ($system, $name) returning id");
        session.AfterEveryRollback(() =>
        {
            _numbers.Clear();
            _names.Clear();
        });
    }

    /// <summary>The number of an entity; null where the store never met it.</summary>
    public long? Find(EntityName entity)
    {
        if (_numbers.TryGetValue(entity, out var known))
            return known;
        if (_find.Number(entity.System, entity.Entity) is not { } number)
            return null;

        _numbers[entity] = number;
        return number;
    }

    public long Number(EntityName entity) =>
        Find(entity) ?? (_numbers[entity] = _add.Number(entity.System, entity.Entity)!.Value);

    public EntityName Name(long number)
    {
        if (_names.TryGetValue(number, out var known))
            return known;

        using var rows = _name.Query(number);
        rows.Read();
        return _names[number] = new EntityName(rows.Text(0), rows.Text(1));
    }
}
