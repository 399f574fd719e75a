namespace Sluice.Stores.Sqlite;

/// <summary>Plans as they wait for their approval.</summary>
internal sealed class Plans(Session session)
{
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

    // To plan is no commit of an owner: it says what one would do, and opens nothing before it is approved.
    public async ValueTask SaveAsync(NewPlan plan) => _ = session.MayWrite
        ? await session.WriteAsync(() => Save(plan))
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

    private List<PlannedOperation> Operations(string hash)
    {
        var operations = new List<PlannedOperation>();
        using var rows = _operations.Query(hash);
        while (rows.Read())
            operations.Add(new(rows.Text(0), rows.Text(1)));

        return operations;
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
