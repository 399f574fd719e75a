namespace Sluice.Stores.Sqlite;

/// <summary>Opens and closes enumerations, and says what a complete one did not show.</summary>
internal sealed class Extractions(Session session, Entities entities, LinkMarks marks, MatchMemory memory)
{
    private readonly Statement _next = session.Prepare(
        "update store set extraction = extraction + 1 where id = 1 returning extraction");

    private readonly Statement _previous = session.Prepare(
        "select seen_from, complete_from, complete_at, cursor, pages, lens from cursors where entity = $entity");

    private readonly Statement _open = session.Prepare(
        """
        insert into cursors (entity, extraction, started_at) values ($entity, $extraction, $at)
        on conflict (entity) do update set extraction = excluded.extraction, started_at = excluded.started_at
        """);

    private readonly Statement _close = session.Prepare(
        """
        update cursors
        set seen_from = started_at, complete_from = started_at, complete_at = $at, pages = $pages, lens = $lens,
            cursor = coalesce($cursor, cursor), beyond = $beyond
        where entity = $entity
        """);

    private readonly Statement _closeChanges = session.Prepare(
        "update cursors set seen_from = started_at where entity = $entity");

    private readonly Statement _doubt = session.Prepare("update cursors set lens = null where entity = $entity");

    private readonly Statement _move = session.Prepare("update cursors set cursor = $cursor where entity = $entity");

    // Nearly all of them are seen: what else there is to know is read of the others.
    private readonly Statement _present = session.Prepare(
        "select id from records where entity = $entity and hash is not null and gone = 0");

    private readonly Statement _expected = session.Prepare(
        """
        select c.beyond + (select count(*) from records where entity = c.entity and hash is not null and gone = 0)
        from cursors c where c.entity = $entity
        """);

    private readonly Statement _known = session.Prepare(
        "select count(*) from records where entity = $entity and hash is not null and gone = 0");

    private readonly Statement _unseen = session.Prepare(
        "select id from records where entity = $entity and hash is null and gone = 0");

    private readonly Statement _about = session.Prepare("select key, first_seen_at from records where id = $id");

    // 1 is LinkOrigin.Created: of the two records the one that was seen first is the one that the other was made for.
    private readonly Statement _made = session.Prepare(
        """
        select l.id from links l join records origin on origin.id = l.right_record
        where l.left_record = $record and l.state = 0 and l.state <> 2 and l.origin = 1
            and origin.first_seen_at <= $seen
        union all
        select l.id from links l join records origin on origin.id = l.left_record
        where l.right_record = $record and l.state = 0 and l.state <> 2 and l.origin = 1
            and origin.first_seen_at <= $seen
        limit 1
        """);

    private readonly Statement _stored = session.Prepare(
        "select id from records where entity = $entity and key = $key");

    private readonly Statement _lose = session.Prepare(
        "update records set gone = 1, gone_at = $at where id = $id returning key");

    private readonly Dictionary<long, Enumeration> _enumerations = [];

    public ValueTask<Extraction> BeginAsync(EntityName name, DateTimeOffset at) => session.WriteAsync(() =>
    {
        var entity = entities.Number(name);
        var id = _next.Number()!.Value;
        var extraction = Previous(entity) with { Id = id, Entity = name, StartedAt = at };
        _open.Run(entity, id, at);
        session.AfterCommit(() => _enumerations[entity] = new Enumeration(id));
        return extraction;
    });

    public ValueTask<IReadOnlyList<Missing>> MissingAsync(Extraction extraction, int limit) =>
        session.ReadAsync<IReadOnlyList<Missing>>(() =>
        {
            var (entity, enumeration) = Current(extraction);
            return [.. Unseen(enumeration, _present.Query(entity), limit).Select(record =>
            {
                var (key, firstSeenAt) = About(record);
                return new Missing(key, firstSeenAt!.Value);
            })];
        });

    public ValueTask<ExtractionEnd> CompleteAsync(
        Extraction extraction, FullListing listed, string? cursor, DateTimeOffset? knownBefore, int? shown) =>
        session.WriteAsync(() =>
    {
        var (entity, enumeration) = Open(extraction);
        List<long> missing =
        [
            .. Unseen(enumeration, _present.Query(entity)).Where(record => !IsNew(record, knownBefore)),
            .. Unseen(enumeration, _unseen.Query(entity)),
        ];
        foreach (var record in missing)
            Lose(entity, record, listed.EndedAt);

        var beyond = shown - _known.Number(entity)!.Value ?? 0;
        _close.Run(listed.EndedAt, listed.Pages, listed.Lens, cursor, beyond, entity);
        session.AfterCommit(() => enumeration.IsComplete = true);
        return new ExtractionEnd(enumeration.Seen, missing.Count);
    });

    public ValueTask<ChangesEnd> CompleteChangesAsync(Extraction extraction) => session.WriteAsync(() =>
    {
        var (entity, enumeration) = Open(extraction);
        _closeChanges.Run(entity);
        session.AfterCommit(() => enumeration.IsComplete = true);
        return new ChangesEnd(enumeration.Seen, (int)_expected.Number(entity)!.Value);
    });

    public ValueTask DoubtAsync(EntityName name) => session.WriteAsync(() =>
    {
        if (entities.Find(name) is { } entity)
            _doubt.Run(entity);
    });

    public ValueTask<DateTimeOffset?> LastCompleteAsync(EntityName name) => session.ReadAsync(() =>
    {
        if (entities.Find(name) is not { } entity)
            return null;

        using var rows = _previous.Query(entity);
        return rows.Read() ? rows.TimeOrNull(1) : null;
    });

    /// <summary>Within a transaction: up to here every change was observed.</summary>
    public void Move(long entity, string cursor) => _move.Run(cursor, entity);

    /// <summary>The entity and the open enumeration, which must be the newest one of its entity.</summary>
    public (long Entity, Enumeration Enumeration) Current(Extraction extraction)
    {
        var entity = entities.Find(extraction.Entity);
        if (entity is not { } number
            || !_enumerations.TryGetValue(number, out var enumeration)
            || enumeration.Id != extraction.Id)
            throw new InvalidOperationException(
                $"The enumeration {extraction.Id} of {extraction.Entity} is not the newest one of this process: it " +
                "decides nothing.");

        return (number, enumeration);
    }

    /// <summary>
    /// A record that shows by other means than a page, while a page that was read before could not show it.
    /// </summary>
    public void See(long entity, string key, long record)
    {
        if (_enumerations.TryGetValue(entity, out var enumeration))
            enumeration.Stored(key, record);
    }

    /// <summary>Within a transaction: a record that was just deleted. All its links have to know.</summary>
    public void Delete(long entity, string key, DateTimeOffset at)
    {
        if (_stored.Number(entity, key) is { } record)
            Lose(entity, record, at);
    }

    private (long Entity, Enumeration Enumeration) Open(Extraction extraction)
    {
        var current = Current(extraction);
        return !current.Enumeration.IsComplete
            ? current
            : throw new InvalidOperationException(
                $"The enumeration {extraction.Id} of {extraction.Entity} is closed already.");
    }

    private Extraction Previous(long entity)
    {
        var none = new Extraction(0, default, default, null);
        using var rows = _previous.Query(entity);
        return !rows.Read() ? none : none with
        {
            PreviousAt = rows.TimeOrNull(0),
            Cursor = rows.TextOrNull(3),
            Full = rows.TimeOrNull(2) is { } at ? new(at, rows.Small(4), rows.TextOrNull(5)) : null,
        };
    }

    private static List<long> Unseen(Enumeration enumeration, Rows known, int limit = int.MaxValue)
    {
        var missing = new List<long>();
        using var rows = known;
        while (missing.Count < limit && rows.Read())
            if (rows.Number(0) is var record && !enumeration.HasSeen(record))
                missing.Add(record);

        return missing;
    }

    private (string Key, DateTimeOffset? FirstSeenAt) About(long record)
    {
        using var rows = _about.Query(record);
        rows.Read();
        return (rows.Text(0), rows.TimeOrNull(1));
    }

    private bool IsNew(long record, DateTimeOffset? knownBefore) =>
        knownBefore is not null && About(record).FirstSeenAt is var seen && seen >= knownBefore
        && _made.Number(record, seen) is not null;

    private void Lose(long entity, long record, DateTimeOffset at)
    {
        string key;
        using (var rows = _lose.Query(at, record))
        {
            rows.Read();
            key = rows.Text(0);
        }

        marks.Dirty(entity, key);
        memory.Lost(record);
    }
}
