namespace Sluice.Stores.Sqlite;

/// <summary>The decisions that wait for the owner, and what came of earlier ones.</summary>
internal sealed class Inbox(Session session, WaitingTraces traces)
{
    private const string Entries =
        "select id, kind, subject, payload, at, settled_at, applied, outcome from inbox";

    // What is taken back may be decided once more.
    private readonly Statement _leave = session.Prepare(
        """
        insert into inbox (kind, subject, payload, at)
        select $kind, $subject, $payload, $at
        where $again or not exists (
            select 1 from inbox
            where settled_at is null and kind = $kind and payload = $payload
                and id not in (
                    select iif(json_valid(payload), coalesce(json_extract(payload, '$.number'), 0), 0) from inbox
                    where settled_at is null and kind = 'withdraw'))
        """);

    private readonly Statement _refuse = session.Prepare(
        """
        insert into inbox (kind, subject, payload, at, settled_at, outcome)
        values ($kind, $kind, '', $at, $at, $outcome)
        """);

    private readonly Statement _waiting = session.Prepare($"{Entries} where settled_at is null order by id");

    private readonly Statement _settled = session.Prepare(
        $"{Entries} where id <= (select max(id) from inbox) and settled_at is not null order by id desc limit $limit");

    private readonly Statement _settle = session.Prepare(
        """
        update inbox set settled_at = $at, applied = $applied, outcome = $outcome, payload = ''
        where id = $id and settled_at is null
        returning at
        """);

    public ValueTask LeaveAsync(IReadOnlyList<InboxEntry> decisions) => Discard(session.LeaveAsync(() =>
    {
        foreach (var decision in decisions)
            if (traces.OfDecision(decision.Payload) is { } payload)
                _leave.Run(decision.Kind, decision.Subject, payload, decision.At, decision.IsAgain);
            else
                _refuse.Run(decision.Kind, decision.At, WaitingTraces.Outcome);

        return decisions.Count;
    }));

    public ValueTask<IReadOnlyList<InboxEntry>> WaitingAsync() =>
        session.ReadAsync<IReadOnlyList<InboxEntry>>(() => Read(_waiting.Query()));

    public ValueTask<IReadOnlyList<InboxEntry>> SettledAsync(int limit) =>
        session.ReadAsync<IReadOnlyList<InboxEntry>>(() => Read(_settled.Query(limit)));

    /// <summary>Within a transaction: a decision was taken up.</summary>
    /// <returns>When it was left.</returns>
    public DateTimeOffset Settle(DecisionCommit commit) =>
        _settle.Number(commit.At, commit.IsApplied, commit.Outcome, commit.Decision) is { } at
            ? new(at, TimeSpan.Zero)
            : throw new InvalidOperationException($"No decision {commit.Decision} waits.");

    /// <summary>Within a transaction: a decision is taken back, unless it was taken up.</summary>
    public void Withdraw(long decision, DateTimeOffset at) =>
        _settle.Run(at, false, "It was taken back.", decision);

    private static List<InboxEntry> Read(Rows rows)
    {
        using (rows)
        {
            var entries = new List<InboxEntry>();
            while (rows.Read())
                entries.Add(new InboxEntry(
                    rows.Number(0), rows.Text(1), rows.Text(2), rows.Text(3), rows.Time(4))
                {
                    SettledAt = rows.TimeOrNull(5),
                    IsApplied = rows.Flag(6),
                    Outcome = rows.Text(7),
                });

            return entries;
        }
    }

    private static async ValueTask Discard<T>(ValueTask<T> work) => await work;
}
