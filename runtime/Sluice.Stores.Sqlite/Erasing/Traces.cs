namespace Sluice.Stores.Sqlite;

/// <summary>
/// What is kept of a record besides itself and its links: rows that name its key, and texts that mention it.
/// </summary>
/// <remarks>
/// All of it within a transaction. Reading tables from end to end is right here: people are forgotten rarely, and
/// nothing may be overlooked.
/// </remarks>
internal sealed class Traces(Session session, MatchMemory memory)
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<long> _pairings = [];
    private readonly Lazy<TraceStatements> _statements = new(() => new(session));
    private readonly Lazy<Mentions> _mentions = new(() => new(session));
    private readonly Lazy<Removal> _removal = new(() => new(session, memory));

    /// <summary>Notes the key and the values of a record, so that texts which mention them can be found.</summary>
    public void Collect(long entity, string key, long record)
    {
        _keys.Add(key);
        foreach (var side in new[] { Side.Left, Side.Right })
            foreach (var pairing in Numbers(_statements.Value.Pairings[side].Query(entity)))
            {
                _pairings.Add(pairing);
                Values(_statements.Value.Bases[side].Query(pairing, key));
                Values(_statements.Value.Moved[side].Query(pairing, key));
                Values(_statements.Value.Sent.Query(pairing, side, key));
                Values(_statements.Value.Asked.Query(pairing, side, key));
            }

        Values(_statements.Value.Written.Query(record));
        using var keys = _statements.Value.MatchKeys.Query(record);
        while (keys.Read())
            _values.Add(keys.Text(0));
    }

    /// <summary>Removes links that name the physical record under a key that was never seen.</summary>
    public void RemoveLinksOf(long record)
    {
        foreach (var link in Numbers(_statements.Value.LinksOf.Query(record)))
            _removal.Value.Link(link);
    }

    /// <summary>Removes the rows that name a key.</summary>
    public void Remove(long entity, string key)
    {
        _statements.Value.Names.Run(entity, key);
        foreach (var side in new[] { Side.Left, Side.Right })
            foreach (var pairing in Numbers(_statements.Value.Pairings[side].Query(entity)))
            {
                foreach (var intent in Numbers(_statements.Value.Intents.Query(pairing, side, key)))
                    _removal.Value.Intent(intent);
                foreach (var table in _statements.Value.Rows[side])
                    table.Run(pairing, key);
            }
    }

    /// <summary>Takes out of all texts what was collected, and starts anew.</summary>
    public void Redact()
    {
        _mentions.Value.Redact(new Redaction(_keys, _values), _pairings);
        _keys.Clear();
        _values.Clear();
        _pairings.Clear();
    }

    private void Values(Rows rows)
    {
        using (rows)
            while (rows.Read())
                for (var column = 0; column < 2; column++)
                    if (rows.Value(column) is { IsBlank: false } value)
                        _values.Add(value.ToString());
    }

    private static List<long> Numbers(Rows rows)
    {
        using (rows)
        {
            var numbers = new List<long>();
            while (rows.Read())
                numbers.Add(rows.Number(0));

            return numbers;
        }
    }
}
