namespace Sluice.Stores.Sqlite;

/// <summary>Removes what is kept for a time only, some of it with each run.</summary>
/// <remarks>
/// What creates sent stays: by it, what another tool copies is told from what a person adds. History stays as well.
/// </remarks>
internal sealed class Retention(Session session)
{
    // A store that was never cleaned is not cleaned in one transaction.
    private const int Most = 500;

    private readonly Statement _intents = session.Prepare(
        """
        select id from intents where at < $since and state > 1 and content is null order by at limit $most
        """);

    private readonly Statement[] _ofIntent =
    [
        session.Prepare("delete from intent_values where intent = $intent"),
        session.Prepare("delete from suspects where intent = $intent"),
        session.Prepare("delete from intents where id = $intent"),
    ];

    private readonly Statement _runs = session.Prepare(
        """
        delete from runs where id in (
            select id from runs where started_at < $since
                and id < (select max(id) from runs where ended_at is not null)
            order by started_at limit $most)
        """);

    private readonly Statement _requests = session.Prepare(
        """
        delete from run_requests where id in (
            select id from run_requests where asked_until < $since order by asked_until limit $most)
        """);

    private readonly Statement _plans = session.Prepare(
        """
        select hash from plans where at < $since
            and hash not in (select approved_plan from pairings where approved_plan is not null)
            and hash not in (select b.plan from pairings p cross join breakers b on b.pairing = p.id)
            and hash not in (select plan from breaker_approvals)
        order by at limit $most
        """);

    private readonly Statement[] _ofPlan =
    [
        session.Prepare("delete from plan_operations where plan = $plan"),
        session.Prepare("delete from plan_pairings where plan = $plan"),
        session.Prepare("delete from plans where hash = $plan"),
    ];

    /// <summary>Within a transaction.</summary>
    public void Remove(DateTimeOffset since)
    {
        foreach (var intent in Read(_intents.Query(since, Most), rows => rows.Number(0)))
            foreach (var statement in _ofIntent)
                statement.Run(intent);
        foreach (var plan in Read(_plans.Query(since, Most), rows => rows.Text(0)))
            foreach (var statement in _ofPlan)
                statement.Run(plan);
        _runs.Run(since, Most);
        _requests.Run(since, Most);
    }

    private static List<T> Read<T>(Rows rows, Func<Rows, T> read)
    {
        using (rows)
        {
            var found = new List<T>();
            while (rows.Read())
                found.Add(read(rows));
            return found;
        }
    }
}
