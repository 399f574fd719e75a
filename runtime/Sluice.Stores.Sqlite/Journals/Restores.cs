namespace Sluice.Stores.Sqlite;

/// <summary>Notes that the file is older than what was done with it, and what that means for each pairing.</summary>
internal sealed class Restores(Session session, Pairings pairings)
{
    private readonly Statement _step = session.Prepare("select step from store where id = 1");

    private readonly Statement _catchUp = session.Prepare(
        "update store set step = max(step, $step) where id = 1");

    // What a pairing has observed that still looks for what it lost at an earlier time is not known from before that.
    private readonly Statement _add = session.Prepare(
        """
        insert into restores (stored_until, ran_until)
        values ($stored_until, min($ran_until, coalesce((
            select min(s.ran_until) from pairings p cross join restores s on s.id = p.restore
            where p.recovered_at is null), $ran_until)))
        returning id
        """);

    private readonly Statement _last = session.Prepare(
        "select started_at, coalesce(ended_at, started_at) from runs where id = (select max(id) from runs)");

    private readonly Statement _observe = session.Prepare(
        "update pairings set state = 0, approved_plan = null, restore = $restore, recovered_at = null");

    private readonly Statement _doubt = session.Prepare(
        "update links set restored = 1 where pairing in (select id from pairings) and restored = 0");

    // What was deleted in the time that was lost, and who left a filter in it, is in no listing of changes.
    private readonly Statement _listAll = session.Prepare("update cursors set lens = null where entity > 0");

    // What was approved was approved of another state; a plan of that time must not be approved now.
    private readonly Statement[] _forget =
    [
        session.Prepare("delete from inbox where settled_at is null and kind = 'approve'"),
        session.Prepare("delete from breaker_approvals where pairing in (select id from pairings)"),
        session.Prepare("delete from plan_operations where plan in (select hash from plans)"),
        session.Prepare("delete from plan_pairings where plan in (select hash from plans)"),
        session.Prepare("delete from plans where hash > ''"),
    ];

    private readonly Statement _of = session.Prepare(
        """
        select s.stored_until, s.ran_until, p.recovered_at
        from pairings p cross join restores s on s.id = p.restore
        where p.id = $pairing
        """);

    /// <summary>Holds the file against what its place has seen.</summary>
    public ValueTask CompareAsync(WitnessMark seen) => session.WriteAsync(() =>
    {
        if (_step.Number() < seen.Step)
            Note(seen.Step, Last()?.StartedAt, seen.At);
    });

    /// <summary>Takes a person's word for it that the file is from a backup.</summary>
    /// <remarks>What was looked at since its last run may be what was created in the time that was lost: a plan
    /// observes, too, and is no run.</remarks>
    public ValueTask NoteAsync() => session.WriteAsync(() =>
    {
        var until = Last()?.EndedAt;
        Note(0, until, until ?? DateTimeOffset.MinValue);
    });

    public ValueTask<Restoration?> OfAsync(string name) => session.ReadAsync(() =>
    {
        if (pairings.Find(name) is not { } pairing)
            return null;

        using var rows = _of.Query(pairing);
        return rows.Read() ? new Restoration(rows.TimeOrNull(0), rows.Time(1), rows.TimeOrNull(2)) : null;
    });

    private (DateTimeOffset StartedAt, DateTimeOffset EndedAt)? Last()
    {
        using var rows = _last.Query();
        return rows.Read() ? (rows.Time(0), rows.Time(1)) : null;
    }

    private void Note(long step, DateTimeOffset? storedUntil, DateTimeOffset ranUntil)
    {
        _catchUp.Run(step);
        _observe.Run(_add.Number(storedUntil, ranUntil));
        _doubt.Run();
        _listAll.Run();
        foreach (var statement in _forget)
            statement.Run();
    }
}
