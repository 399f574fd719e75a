namespace Sluice.Stores.Sqlite;

/// <summary>Texts about other things that may mention what is erased.</summary>
internal sealed class Mentions(Session session)
{
    private readonly Statement _items = session.Prepare(
        "select pairing, side, key, number, reason from review");

    private readonly Statement _item = session.Prepare(
        """
        update review set reason = $reason
        where pairing = $pairing and side = $side and key = $key and number = $number
        """);

    private readonly Statement _intents = session.Prepare("select id, reason from intents where reason is not null");
    private readonly Statement _intent = session.Prepare("update intents set reason = $reason where id = $id");
    private readonly Statement _runs = session.Prepare("select id, report from runs where report is not null");
    private readonly Statement _run = session.Prepare("update runs set report = $report where id = $id");

    // What waits is told by what it names, and not by how it reads: WaitingTraces.
    private readonly Statement _decisions = session.Prepare(
        "select id, subject, outcome from inbox where settled_at is not null");

    private readonly Statement _decision = session.Prepare(
        "update inbox set subject = $subject, outcome = $outcome where id = $id");

    // What was not fetched yet is told by `status` as well.
    private readonly Statement _answers = session.Prepare("update run_requests set text = '' where state = 2");

    // A key is a number in some systems: of the questions, only those of its own pairings are known to mean it by that.
    // Reports and settled decisions say of several pairings what nobody needs any more.
    public void Redact(Redaction redaction, IReadOnlySet<long> pairings)
    {
        RedactItems(redaction, pairings);
        Redact(_intents, _intent, redaction.WithoutValues);
        Redact(_runs, _run, redaction.WithoutIn);
        _answers.Run();
        RedactDecisions(redaction);
    }

    private void RedactItems(Redaction redaction, IReadOnlySet<long> pairings)
    {
        var changes = new List<object?[]>();
        using (var rows = _items.Query())
            while (rows.Read())
            {
                var reason = rows.Text(4);
                var without = pairings.Contains(rows.Number(0))
                    ? redaction.Without(reason)
                    : redaction.WithoutValues(reason);
                if (without != reason)
                    changes.Add([without, rows.Number(0), rows.Number(1), rows.Text(2), rows.Number(3)]);
            }

        foreach (var change in changes)
            _item.Run(change);
    }

    private void RedactDecisions(Redaction redaction)
    {
        var changes = new List<object?[]>();
        using (var rows = _decisions.Query())
            while (rows.Read())
            {
                var (subject, outcome) = (rows.Text(1), rows.Text(2));
                var (about, came) = (redaction.Without(subject), redaction.Without(outcome));
                if ((about, came) != (subject, outcome))
                    changes.Add([about, came, rows.Number(0)]);
            }

        foreach (var change in changes)
            _decision.Run(change);
    }

    private static void Redact(Statement texts, Statement update, Func<string, string> without)
    {
        var changes = new List<(long Id, string Text)>();
        using (var rows = texts.Query())
            while (rows.Read())
                if (without(rows.Text(1)) is var text && text != rows.Text(1))
                    changes.Add((rows.Number(0), text));

        foreach (var (id, text) in changes)
            update.Run(text, id);
    }
}
