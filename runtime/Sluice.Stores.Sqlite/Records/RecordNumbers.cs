namespace Sluice.Stores.Sqlite;

/// <summary>The numbers of records: in the order in which the store first heard of them.</summary>
internal sealed class RecordNumbers(Session session, Entities entities)
{
    private readonly Statement _find = session.Prepare("select id from records where entity = $entity and key = $key");

    private readonly Statement _add = session.Prepare(
        "insert into records (entity, key) values ($entity, $key) returning id");

    private readonly Statement _identity = session.Prepare(
        "select coalesce(identity, id) from records where entity = $entity and key = $key");

    private readonly Statement _name = session.Prepare("select entity, key from records where id = $id");

    public long? Find(RecordId record) =>
        entities.Find(record.Entity) is { } entity ? _find.Number(entity, record.Key) : null;

    /// <summary>The number of a record, which need not have been seen.</summary>
    public long Number(RecordId record)
    {
        var entity = entities.Number(record.Entity);
        return _find.Number(entity, record.Key) ?? _add.Number(entity, record.Key)!.Value;
    }

    /// <summary>The physical record that a key stands for, as far as it was seen; else the key itself.</summary>
    public RecordId Identity(RecordId record) =>
        entities.Find(record.Entity) is { } entity && _identity.Number(entity, record.Key) is { } number
            ? Name(number)
            : record;

    public RecordId Name(long number)
    {
        using var rows = _name.Query(number);
        rows.Read();
        return new RecordId(entities.Name(rows.Number(0)), rows.Text(1));
    }
}
