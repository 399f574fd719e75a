namespace Sluice.Stores.Sqlite;

/// <summary>How far each pairing is, and whether it takes its turn.</summary>
internal sealed class Approvals(Session session, Pairings pairings, Plans plans, Breakers breakers)
{
    // A pairing that runs by itself stays so: a plan would tie it to its operations.
    private readonly Statement _approve = session.Prepare(
        """
        update pairings set state = 1, approved_plan = $plan, changed_at = $at
        where id = $id and fingerprint = $fingerprint and state < 2
        """);

    // A plan that was made in a copy, or that left what runs as it is, has not been here before.
    private readonly Statement _open = session.Prepare(
        """
        update pairings
        set state = 1, approved_plan = $plan, fingerprint = $fingerprint, changed_at = $at
        where id = $id and (state < 2 or fingerprint is not $fingerprint)
        """);

    private readonly Statement _state = session.Prepare("select state, fingerprint from pairings where id = $id");

    private readonly Statement _observe = session.Prepare(
        """
        update pairings set state = 0, approved_plan = null, fingerprint = $fingerprint, changed_at = $at
        where id = $id and (state = 0 or not $keeps)
        """);

    private readonly Statement _live = session.Prepare(
        """
        update pairings set state = 2, changed_at = $at, recovered_at = coalesce(recovered_at, $at)
        where id = $id and state > 0
        """);

    // A link that nothing is open about shows on both sides what they agreed on.
    private readonly Statement _trust = session.Prepare(
        """
        update links set restored = 0
        where pairing = $id and restored = 1 and dirty = 0
            and not exists (
                select 1 from review r where r.pairing = links.pairing and r.side = 0 and r.key = links.left_key)
            and not exists (
                select 1 from review r where r.pairing = links.pairing and r.side = 1 and r.key = links.right_key)
        """);

    private readonly Statement _pause = session.Prepare("update pairings set paused = $paused where id = $id");

    private readonly Statement _paused = session.Prepare("select name from pairings where paused = 1");

    private readonly Statement _isApproved = session.Prepare(
        """
        select 1 from pairings p
            cross join plan_operations o on o.plan = p.approved_plan and o.pairing = p.name and o.operation = $operation
        where p.id = $id
        """);

    public ValueTask<IReadOnlySet<string>> PausedAsync() => session.ReadAsync<IReadOnlySet<string>>(() =>
    {
        var paused = new HashSet<string>(StringComparer.Ordinal);
        using var rows = _paused.Query();
        while (rows.Read())
            paused.Add(rows.Text(0));

        return paused;
    });

    /// <summary>Within a transaction: a pairing takes no turn any more, or again.</summary>
    public void Pause(string name, bool isPaused) => _pause.Run(isPaused, pairings.Number(name));

    public ValueTask<PairingState> StateAsync(string name, string fingerprint, DateTimeOffset at, bool planOnly)
    {
        if (!session.MayWrite)
            return session.ReadAsync(() => Stored(name, fingerprint) ?? PairingState.Observing);

        return session.WriteAsync(() =>
        {
            if (Stored(name, fingerprint) is { } state)
                return state;

            _observe.Run(fingerprint, at, pairings.Number(name), planOnly);
            return PairingState.Observing;
        });
    }

    public ValueTask<bool> IsApprovedAsync(string name, string operation) => session.ReadAsync(() =>
        pairings.Find(name) is { } pairing && _isApproved.Number(operation, pairing) is not null);

    public ValueTask GoLiveAsync(string name, DateTimeOffset at) => session.WriteAsync(() =>
    {
        if (pairings.Find(name) is not { } pairing || _live.Run(at, pairing) == 0)
            throw new InvalidOperationException($"{name} has no approved plan, so it cannot run by itself.");

        _trust.Run(pairing);
    });

    /// <summary>Within a transaction: opens the pairings of a plan that still are what was planned.</summary>
    public void Approve(PlanApproved approved, DateTimeOffset at)
    {
        var plan = approved.Plan;
        var isBreaker = plans.IsBreaker(plan);
        foreach (var (name, fingerprint) in plans.Pairings(plan))
            if (!isBreaker && approved.Opens.Contains(name))
                _open.Run(plan, fingerprint, at, pairings.Number(name));
            else if (pairings.Find(name) is { } pairing)
                if (isBreaker)
                    breakers.Approve(pairing, plan, fingerprint);
                else
                    _approve.Run(plan, at, pairing, fingerprint);
    }

    // Null where the pairing is new, or the document, a rule or a hook is not the one it was planned with.
    private PairingState? Stored(string name, string fingerprint)
    {
        if (pairings.Find(name) is not { } pairing)
            return null;

        using var rows = _state.Query(pairing);
        return rows.Read() && rows.TextOrNull(1) == fingerprint ? (PairingState)rows.Small(0) : null;
    }
}
