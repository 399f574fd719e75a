namespace Sluice.Stores.Sqlite;

/// <summary>Plans as they wait for their approval.</summary>
internal sealed class Plans(Session session)
{
    // A service whose records change makes another plan in each cycle: who looks one through has some hours to do it.
    private const int Newest = 50;

    // More than comes with a plan that is saved, so that what an older program left goes bit by bit.
    private const int AtOnce = 2;

    // One that is made anew is as old as that.
    private readonly Statement _add = session.Prepare(
        """
        insert into plans (hash, at, breaker) values ($hash, $at, $breaker)
        on conflict (hash) do update set at = excluded.at
        """);

    private readonly Statement _find = session.Prepare("select at from plans where hash = $hash");

    private readonly Statement _breaker = session.Prepare("select breaker from plans where hash = $hash");

    // The same operations under a document that was edited since: the approval then opens the pairing as it is now.
    private readonly Statement _addPairing = session.Prepare(
        """
        insert into plan_pairings (plan, pairing, fingerprint) values ($plan, $pairing, $fingerprint)
        on conflict (plan, pairing) do update set fingerprint = excluded.fingerprint
        """);

    private readonly Statement _addOperation = session.Prepare(
        """
        insert into plan_operations (plan, pairing, operation) values ($plan, $pairing, $operation)
        on conflict (plan, pairing, operation) do nothing
        """);

    private readonly Statement _pairings = session.Prepare(
        "select pairing, fingerprint from plan_pairings where plan = $plan order by pairing");

    private readonly Statement _count = session.Prepare("select count(*) from plan_operations where plan = $plan");

    private readonly Statement _operations = session.Prepare(
        "select pairing, operation from plan_operations where plan = $plan order by pairing, operation");

    private readonly Statement _superseded = session.Prepare(
        """
        select hash from plans where at <= $at and breaker = 0
            and hash not in (select approved_plan from pairings where approved_plan is not null)
            and not exists (
                select 1 from inbox
                where settled_at is null and kind = 'approve' and instr(payload, plans.hash) > 0)
        order by at desc, hash limit $most offset $newest
        """);

    private readonly Statement _removeOperations = session.Prepare("delete from plan_operations where plan = $plan");

    private readonly Statement[] _remove =
    [
        session.Prepare("delete from plan_pairings where plan = $plan"),
        session.Prepare("delete from plans where hash = $plan"),
    ];

    // To plan is no commit of an owner: it says what one would do, and opens nothing before it is approved.
    public async ValueTask SaveAsync(NewPlan plan) => _ = session.MayWrite
        ? await session.WriteAsync(() => Supersede(plan))
        : await session.LeaveAsync(() => Save(plan));

    public ValueTask<StoredPlan?> FindAsync(string hash) => session.ReadAsync(() =>
        _find.Number(hash) is { } at
            ? new StoredPlan(
                hash, new DateTimeOffset(at, TimeSpan.Zero), Pairings(hash), (int)(_count.Number(hash) ?? 0))
            {
                IsBreaker = IsBreaker(hash),
            }
            : null);

    /// <summary>A plan with all of its operations; null where there is none of this hash.</summary>
    public ValueTask<NewPlan?> TakeAsync(string hash) => session.ReadAsync(() => _find.Number(hash) is { } at
        ? new NewPlan(hash, new DateTimeOffset(at, TimeSpan.Zero), Pairings(hash), Operations(hash))
        {
            IsBreaker = IsBreaker(hash),
        }
        : null);

    /// <summary>Within a transaction: whether a plan holds what a breaker withholds.</summary>
    public bool IsBreaker(string hash) => _breaker.Number(hash) == 1;

    /// <summary>Within a transaction: the pairings a plan speaks for, with the fingerprint of each.</summary>
    public IReadOnlyDictionary<string, string> Pairings(string hash)
    {
        var pairings = new Dictionary<string, string>(StringComparer.Ordinal);
        using var rows = _pairings.Query(hash);
        while (rows.Read())
            pairings.Add(rows.Text(0), rows.Text(1));

        return pairings;
    }

    /// <summary>Within a transaction: takes a plan away that nothing refers to.</summary>
    /// <returns>How many operations it had.</returns>
    public int Remove(string hash)
    {
        var operations = _removeOperations.Run(hash);
        foreach (var statement in _remove)
            statement.Run(hash);

        return operations;
    }

    private List<PlannedOperation> Operations(string hash)
    {
        var operations = new List<PlannedOperation>();
        using var rows = _operations.Query(hash);
        while (rows.Read())
            operations.Add(new(rows.Text(0), rows.Text(1)));

        return operations;
    }

    private int Supersede(NewPlan plan)
    {
        var saved = Save(plan);
        if (!plan.IsBreaker)
            foreach (var superseded in _superseded.Query(plan.At, AtOnce, Newest).All(rows => rows.Text(0)))
                Remove(superseded);

        return saved;
    }

    private int Save(NewPlan plan)
    {
        _add.Run(plan.Hash, plan.At, plan.IsBreaker);
        foreach (var (pairing, fingerprint) in plan.Pairings)
            _addPairing.Run(plan.Hash, pairing, fingerprint);
        foreach (var operation in plan.Operations)
            _addOperation.Run(plan.Hash, operation.Pairing, operation.Operation);

        return plan.Operations.Count;
    }
}
