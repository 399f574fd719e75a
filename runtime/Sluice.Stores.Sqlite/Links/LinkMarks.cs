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

    // What is negative has no question, and no index.
    private readonly BySide _asked = new(
        session,
        """
        update links set dirty = 1
        where #_record = $record and state <> 2
            and (
                exists (
                    select 1 from review r
                    where r.pairing = links.pairing and r.side = 0 and r.key = links.left_key and r.cause = $cause)
                or exists (
                    select 1 from review r
                    where r.pairing = links.pairing and r.side = 1 and r.key = links.right_key and r.cause = $cause))
        """);

    public void Dirty(long link) => _one.Run(link);

    /// <summary>Marks the links of a record, over all pairings.</summary>
    public void Dirty(long entity, string key)
    {
        _ofRecord[Side.Left].Run(key, entity);
        _ofRecord[Side.Right].Run(key, entity);
    }

    /// <summary>
    /// Marks the links of a physical record, over all pairings, of which is asked which of two values is meant.
    /// </summary>
    public void Asked(long record)
    {
        _asked[Side.Left].Run(record, (int)OpenCause.Differing);
        _asked[Side.Right].Run(record, (int)OpenCause.Differing);
    }
}
