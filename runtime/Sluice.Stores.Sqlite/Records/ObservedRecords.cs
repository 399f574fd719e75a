namespace Sluice.Stores.Sqlite;

/// <summary>Stores what was seen of a record.</summary>
internal sealed class ObservedRecords(
    Session session, Entities entities, RecordNumbers numbers, Views views, Names names, Extractions extractions,
    LinkMarks marks, Edits edits)
{
    private readonly Statement _store = session.Prepare(
        """
        insert into records (entity, key, identity, hash, in_scope, first_seen_at, seen_at)
        values ($entity, $key, $identity, $hash, $in_scope, $seen_at, $seen_at)
        on conflict (entity, key) do update set
            identity = excluded.identity, hash = excluded.hash, in_scope = excluded.in_scope, gone = 0,
            first_seen_at = coalesce(first_seen_at, excluded.first_seen_at), seen_at = excluded.seen_at
        returning id
        """);

    private readonly Statement _before = session.Prepare(
        "select gone from records where entity = $entity and key = $key");

    private readonly Statement _other = session.Prepare(
        "select 1 from records where entity = $entity and key = $key and hash <> $hash");

    // A link may have been brought in before anybody knew which physical record a key stands for.
    private readonly Statement _adoptLeft = session.Prepare(
        "update links set left_record = $identity where left_record = $record and state <> 2");

    private readonly Statement _adoptRight = session.Prepare(
        "update links set right_record = $identity where right_record = $record and state <> 2");

    // No record has this hash.
    private readonly Statement _unobserve = session.Prepare(
        "update records set hash = '' where entity = $entity and key = $key and hash is not null");

    /// <summary>
    /// Within a transaction: stores a record, and counts it as seen in the open enumeration of its entity.
    /// </summary>
    public void Store(long entity, Observation observation)
    {
        long? identity = observation.Identity == new RecordId(entities.Name(entity), observation.Key)
            ? null
            : numbers.Number(observation.Identity);
        // Its fields may show what they always showed: that it is back is what its links have to know.
        var gone = _before.Number(entity, observation.Key);
        if (gone == 1)
            marks.Dirty(entity, observation.Key);

        var record = _store.Number(
            entity, observation.Key, identity, observation.Hash, observation.InScope, observation.SeenAt)!.Value;
        if (identity is { } physical)
            Adopt(record, physical);

        views.Replace(entity, record, observation.Views, isNew: gone is null);
        names.Replace(record, observation.Names, isNew: gone is null);
        foreach (var link in observation.Dirty)
            marks.Dirty(link);
        foreach (var edited in observation.Edits)
            edits.Replace(edited);

        session.AfterCommit(() => extractions.See(entity, observation.Key, record));
    }

    /// <summary>
    /// Within a transaction: stores what a create made. Where it was listed otherwise, this is not what its links were
    /// looked at with: its next listing is news.
    /// </summary>
    public void StoreMade(long entity, Observation observation)
    {
        var wasOther = _other.Number(entity, observation.Key, observation.Hash) is not null;
        Store(entity, observation);
        if (wasOther)
            Unobserve(entity, observation.Key);
    }

    /// <summary>
    /// Within a transaction: more is known of a record than was listed, so that its next listing is news.
    /// </summary>
    public void Unobserve(long entity, string key) => _unobserve.Run(entity, key);

    private void Adopt(long record, long identity)
    {
        _adoptLeft.Run(identity, record);
        _adoptRight.Run(identity, record);
    }
}
