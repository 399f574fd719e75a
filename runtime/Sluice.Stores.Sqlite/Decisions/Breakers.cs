namespace Sluice.Stores.Sqlite;

/// <summary>Pairings that withhold changes until a person approves them.</summary>
internal sealed class Breakers(Session session, Pairings pairings)
{
    private readonly Statement _find = session.Prepare(
        """
        select b.since, b.reason, b.plan, exists (
            select 1 from breaker_approvals a where a.pairing = b.pairing and a.plan = b.plan)
        from breakers b
        where b.pairing = $pairing
        """);

    private readonly Statement _approved = session.Prepare(
        """
        select o.operation
        from pairings p
            cross join breaker_approvals a on a.pairing = p.id
            cross join plan_operations o on o.plan = a.plan and o.pairing = p.name
        where p.id = $pairing
        """);

    private readonly Statement _open = session.Prepare(
        """
        insert into breakers (pairing, since, reason, plan) values ($pairing, $since, $reason, $plan)
        on conflict (pairing) do update set reason = excluded.reason, plan = excluded.plan
        """);

    private readonly Statement _close = session.Prepare("delete from breakers where pairing = $pairing");

    private readonly Statement _forget = session.Prepare("delete from breaker_approvals where pairing = $pairing");

    // What healed meanwhile withholds nothing: there is nothing to approve.
    private readonly Statement _approve = session.Prepare(
        """
        insert into breaker_approvals (pairing, plan)
        select b.pairing, $plan
        from breakers b cross join pairings p on p.id = b.pairing
        where b.pairing = $pairing and p.fingerprint = $fingerprint
        on conflict (pairing, plan) do nothing
        """);

    public ValueTask<Breaker?> FindAsync(string name) =>
        session.ReadAsync(() => pairings.Find(name) is { } pairing ? Of(pairing) : null);

    public ValueTask OpenAsync(string name, string reason, string plan, DateTimeOffset at) =>
        session.WriteAsync(() => { _open.Run(pairings.Number(name), at, reason, plan); });

    public ValueTask CloseAsync(string name) => session.WriteAsync(() =>
    {
        var pairing = pairings.Number(name);
        _close.Run(pairing);
        _forget.Run(pairing);
    });

    /// <summary>Within a transaction: lets a pairing carry out what a plan withholds.</summary>
    /// <returns>Whether that is news.</returns>
    public bool Approve(long pairing, string plan, string fingerprint) => _approve.Run(plan, pairing, fingerprint) > 0;

    /// <summary>Within a transaction: what a pairing withholds.</summary>
    public Breaker? Of(long pairing)
    {
        using var rows = _find.Query(pairing);
        return rows.Read()
            ? new Breaker(rows.Time(0), rows.Text(1), rows.Text(2))
            {
                Approved = Approved(pairing),
                IsApproved = rows.Small(3) == 1,
            }
            : null;
    }

    private HashSet<string> Approved(long pairing)
    {
        var approved = new HashSet<string>(StringComparer.Ordinal);
        using var rows = _approved.Query(pairing);
        while (rows.Read())
            approved.Add(rows.Text(0));

        return approved;
    }
}
