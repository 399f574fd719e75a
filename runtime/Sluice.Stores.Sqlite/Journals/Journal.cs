namespace Sluice.Stores.Sqlite;

/// <summary>Intents and how they ended.</summary>
internal sealed class Journal(Session session, Pairings pairings, Marks marks, Steps steps)
{
    private const string Open =
        """
        select i.id, i.run, p.name, i.side, i.origin_key, i.target_key, i.body, i.at, i.state,
            i.deletes, i.content, i.copy, i.identity
        from pairings p cross join intents i on i.pairing = p.id
        """;

    private readonly Statement _add = session.Prepare(
        """
        insert into intents (
            run, pairing, side, origin_key, target_key, body, at, state, deletes, content, copy, identity)
        values (
            $run, $pairing, $side, $origin, $target, $body, $at, $state, $deletes, $content, $copy, $identity)
        returning id
        """);

    private readonly Statement _addValue = session.Prepare(
        "insert into intent_values (intent, field, value, version) values ($intent, $field, $value, $version)");

    private readonly Statement _values = session.Prepare(
        "select field, value, version from intent_values where intent = $intent");

    private readonly Statement _suspect = session.Prepare(
        "insert or ignore into suspects (intent, key) values ($intent, $key)");

    private readonly Statement _suspects = session.Prepare("select key from suspects where intent = $intent");

    private readonly Statement _end = session.Prepare(
        "update intents set state = $state, reason = $reason, settled_at = $at where id = $id and state < 2");

    private readonly Statement _settle = session.Prepare(
        "update intents set state = 2, settled_at = $at where id = $id and state < 2");

    private readonly Statement _open = session.Prepare($"{Open} where i.state < 2 order by i.id");

    private readonly Statement _openOf = session.Prepare(
        $"{Open} where p.id = $pairing and i.state < 2 order by i.id");

    private readonly Statement _creates = session.Prepare(
        $"""
        {Open} where p.id = $pairing and i.origin_key = $origin and i.side = $side and i.content is not null
            and i.state > 1
        order by i.id
        """);

    public ValueTask<long> BeginAsync(Intent intent) => session.WriteAsync(() =>
    {
        var id = _add.Number(
            intent.Run, pairings.Number(intent.Pairing), intent.Side, intent.OriginKey, intent.TargetKey, intent.Body,
            intent.At, (int)IntentState.Open, intent.IsDelete, intent.Content, intent.IsCopy, intent.Identity)!.Value;
        foreach (var (field, value) in intent.Sent)
            _addValue.Run(id, field, value, intent.Versions.GetValueOrDefault(field));

        marks.Overrule(intent.Overruled);
        steps.Take(intent.At, durable: false);
        return id;
    });

    public ValueTask EndAsync(long intent, IntentState state, string? reason, DateTimeOffset at)
    {
        if (state is not (IntentState.Unknown or IntentState.NotDone))
            throw new ArgumentOutOfRangeException(
                nameof(state),
                state,
                "A write that happened is settled together with what it led to: by a link or a merge.");

        return session.WriteAsync(() =>
        {
            if (_end.Run((int)state, reason, state == IntentState.NotDone ? at : null, intent) == 0)
                throw new InvalidOperationException($"There is no intent {intent} that is not settled.");
        });
    }

    public ValueTask SuspectAsync(long intent, IReadOnlyList<string> keys) => session.WriteAsync(() =>
    {
        foreach (var key in keys)
            _suspect.Run(intent, key);
    });

    public ValueTask<IReadOnlyList<Intent>> OpenAsync(string? name) => session.ReadAsync<IReadOnlyList<Intent>>(() =>
        name is null ? Read(_open.Query()) : pairings.Find(name) is { } pairing ? Read(_openOf.Query(pairing)) : []);

    public ValueTask<IReadOnlyList<Intent>> CreatesForAsync(string pairing, Side side, string origin) =>
        session.ReadAsync<IReadOnlyList<Intent>>(() =>
            pairings.Find(pairing) is { } known ? Read(_creates.Query(known, origin, side)) : []);

    /// <summary>Within the transaction that stores what a write led to.</summary>
    /// <returns>Whether any of them was open.</returns>
    public bool Settle(IEnumerable<long> intents, DateTimeOffset at)
    {
        var settled = 0;
        foreach (var intent in intents)
            settled += _settle.Run(at, intent);

        return settled > 0;
    }

    private List<Intent> Read(Rows rows)
    {
        using (rows)
        {
            var intents = new List<Intent>();
            while (rows.Read())
            {
                var (sent, versions) = Values(rows.Number(0));
                intents.Add(new Intent(
                    rows.Number(0), rows.Number(1), rows.Text(2), rows.Side(3), rows.Text(4), rows.TextOrNull(5),
                    rows.Text(6), rows.Time(7), (IntentState)rows.Small(8))
                {
                    Sent = sent,
                    Versions = versions,
                    IsDelete = rows.Flag(9),
                    Content = rows.TextOrNull(10),
                    IsCopy = rows.Flag(11),
                    Identity = rows.TextOrNull(12),
                    Suspects = Suspects(rows.Number(0)),
                });
            }

            return intents;
        }
    }

    private List<string> Suspects(long intent)
    {
        var keys = new List<string>();
        using var rows = _suspects.Query(intent);
        while (rows.Read())
            keys.Add(rows.Text(0));
        return keys;
    }

    private (Dictionary<string, FieldValue> Sent, Dictionary<string, long> Versions) Values(long intent)
    {
        var sent = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        using var rows = _values.Query(intent);
        while (rows.Read())
        {
            sent.Add(rows.Text(0), rows.Value(1));
            versions.Add(rows.Text(0), rows.Number(2));
        }

        return (sent, versions);
    }
}
