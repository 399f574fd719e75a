namespace Sluice.Stores.Sqlite;

/// <summary>Marks links that a merge has to look at.</summary>
internal sealed class LinkMarks(Session session)
{
    private readonly Statement _one = session.Prepare("update links set dirty = 1 where id = $id");

    private readonly BySide _ofRecord = new(
        session,
        """
        update links set dirty = 1
        where state < 2 and #_key = $key and pairing in (select id from pairings where #_entity = $entity)
        """);

    public void Dirty(long link) => _one.Run(link);

    /// <summary>Marks the links of a record, over all pairings.</summary>
    public void Dirty(long entity, string key)
    {
        _ofRecord[Side.Left].Run(key, entity);
        _ofRecord[Side.Right].Run(key, entity);
    }
}
