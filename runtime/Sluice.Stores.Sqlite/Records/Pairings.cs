namespace Sluice.Stores.Sqlite;

/// <summary>The numbers of pairings, and which entity each of their sides is read from.</summary>
/// <remarks>
/// A link names keys, and a key means something in an entity only. Which one that is, is learned from the views of what
/// was observed; until then it is taken to be the entity of the physical record.
/// </remarks>
internal sealed class Pairings
{
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(long Pairing, Side Side), long> _entities = [];
    private readonly Statement _find;
    private readonly Statement _add;
    private readonly BySide _entity;
    private readonly BySide _learn;
    private readonly BySide _assume;

    public Pairings(Session session)
    {
        _find = session.Prepare("select id from pairings where name = $name");
        _add = session.Prepare(
            """
            insert into pairings (name, restore)
            values ($name, (select id from restores where id = (select max(id) from restores) and is_open = 1))
            returning id
            """);
        _entity = new(session, "select #_entity from pairings where id = $id");
        _learn = new(session, "update pairings set #_entity = $entity where id = $id");
        _assume = new(session, "update pairings set #_entity = $entity where id = $id and #_entity is null");
        session.AfterEveryRollback(() =>
        {
            _numbers.Clear();
            _entities.Clear();
        });
    }

    public long? Find(string pairing)
    {
        if (_numbers.TryGetValue(pairing, out var known))
            return known;
        if (_find.Number(pairing) is not { } number)
            return null;

        _numbers[pairing] = number;
        return number;
    }

    public long Number(string pairing) => Find(pairing) ?? (_numbers[pairing] = _add.Number(pairing)!.Value);

    /// <summary>The entity a side is read from; null where neither a record nor a link was met.</summary>
    public long? Entity(long pairing, Side side) => _entity[side].Number(pairing);

    public void Learn(long pairing, Side side, long entity)
    {
        if (_entities.TryGetValue((pairing, side), out var known) && known == entity)
            return;

        _learn[side].Run(entity, pairing);
        _entities[(pairing, side)] = entity;
    }

    public void Assume(long pairing, Side side, long entity) => _assume[side].Run(entity, pairing);
}
