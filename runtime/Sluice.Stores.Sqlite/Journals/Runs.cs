namespace Sluice.Stores.Sqlite;

/// <summary>What ran, and where each pairing stands.</summary>
internal sealed class Runs(
    Session session, Pairings pairings, Breakers breakers, ApprovedDocuments documents, Steps steps,
    Retention retention)
{
    private readonly Statement _begin = session.Prepare("insert into runs (started_at) values ($at) returning id");

    private readonly Statement _end = session.Prepare(
        "update runs set ended_at = $at, report = $report where id = $id");

    private readonly Statement _isRestoreOpen = session.Prepare(
        "select 1 from restores where id = (select max(id) from restores) and is_open = 1");

    private readonly Statement _closeRestore = session.Prepare(
        "update restores set is_open = 0 where id = (select max(id) from restores) and is_open = 1");

    private readonly Statement _last = session.Prepare(
        """
        select id, started_at, ended_at, report from runs
        where id = (select max(id) from runs where ended_at is not null)
        """);

    private readonly Statement _counts = session.Prepare(
        """
        select p.name, p.state,
            (select count(*) from links l where l.pairing = p.id and l.state = 0),
            (select count(distinct r.side || r.key) from review r where r.pairing = p.id and r.kind = 0),
            (select count(distinct r.side || r.key) from review r where r.pairing = p.id and r.kind = 1),
            (select count(distinct r.side || r.key) from review r where r.pairing = p.id and r.kind = 2),
            (select count(*) from intents i where i.pairing = p.id and i.state < 2),
            p.id, p.paused,
            (select count(distinct r.side || r.key) from review r where r.pairing = p.id and r.kind = 3),
            p.fingerprint
        from pairings p order by p.name
        """);

    public ValueTask<long> BeginAsync(DateTimeOffset at, DateTimeOffset? keepSince) => session.WriteAsync(() =>
    {
        if (keepSince is { } since)
            retention.Remove(since);
        steps.Take(at, durable: true);
        return _begin.Number(at)!.Value;
    });

    public ValueTask EndAsync(
        long run, string report, DateTimeOffset at, IReadOnlyList<CompiledPairing> compiled) => session.WriteAsync(() =>
    {
        if (_end.Run(at, report, run) == 0)
            throw new InvalidOperationException($"There is no run {run}.");

        CloseRestore(compiled);
        documents.Note(compiled);
    });

    public ValueTask<IReadOnlyList<CompiledPairing>> ApprovedAsync() =>
        session.ReadAsync<IReadOnlyList<CompiledPairing>>(documents.All);

    public ValueTask<StoredRun?> LastAsync() => session.ReadAsync(() =>
    {
        using var rows = _last.Query();
        return rows.Read() ? new StoredRun(rows.Number(0), rows.Time(1), rows.Time(2), rows.Text(3)) : null;
    });

    public ValueTask<IReadOnlyList<PairingCounts>> CountsAsync() =>
        session.ReadAsync<IReadOnlyList<PairingCounts>>(() =>
        {
            var counts = new List<PairingCounts>();
            using var rows = _counts.Query();
            while (rows.Read())
                counts.Add(new PairingCounts(
                    rows.Text(0), (PairingState)rows.Small(1), rows.Small(2), rows.Small(3), rows.Small(4),
                    rows.Small(5), rows.Small(6))
                {
                    Breaker = breakers.Of(rows.Number(7)),
                    IsPaused = rows.Flag(8),
                    Unwanted = rows.Small(9),
                    Fingerprint = rows.TextOrNull(10),
                });

            return counts;
        });

    // A pairing that took no turn in a confined run may have lost something as well, and is known from here on.
    private void CloseRestore(IReadOnlyList<CompiledPairing> compiled)
    {
        if (_isRestoreOpen.Number() is null)
            return;

        foreach (var pairing in compiled)
            pairings.Number(pairing.Name);
        _closeRestore.Run();
    }
}
