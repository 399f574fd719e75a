namespace Sluice.Stores.Sqlite;

/// <summary>Removes what is kept for a time only, some of it with each run.</summary>
/// <remarks>
/// What creates sent stays: by it, what another tool copies is told from what a person adds. History stays as well.
/// </remarks>
internal sealed class Retention(Session session, Plans plans)
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

    // The newest stays whatever its age: its number must not be given to another.
    private readonly Statement _decisions = session.Prepare(
        """
        delete from inbox where id in (
            select id from inbox where id < (select max(id) from inbox) and settled_at < $since
            order by id limit $most)
        """);

    /// <summary>Within a transaction.</summary>
    public void Remove(DateTimeOffset since)
    {
        foreach (var intent in _intents.Query(since, Most).All(rows => rows.Number(0)))
            foreach (var statement in _ofIntent)
                statement.Run(intent);
        RemovePlans(since);
        _runs.Run(since, Most);
        _requests.Run(since, Most);
        _decisions.Run(since, Most);
    }

    // A plan goes as a whole, or fewer operations than it says would be approved with it.
    private void RemovePlans(DateTimeOffset since)
    {
        var removed = 0;
        foreach (var plan in _plans.Query(since, Most).All(rows => rows.Text(0)))
            if (removed < Most)
                removed += plans.Remove(plan);
    }
}
