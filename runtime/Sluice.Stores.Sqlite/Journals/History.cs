namespace Sluice.Stores.Sqlite;

/// <summary>Every value that this tool moved.</summary>
internal sealed class History(Session session, Pairings pairings)
{
    private readonly Statement _append = session.Prepare(
        """
        insert into history (run, pairing, left_key, right_key, written, field, old_value, new_value, rule, line, at)
        values ($run, $pairing, $left_key, $right_key, $written, $field, $old, $new, $rule, $line, $at)
        """);

    /// <summary>Within the transaction that stores what was moved.</summary>
    public void Append(IReadOnlyList<HistoryEntry> entries)
    {
        foreach (var entry in entries)
            _append.Run(
                entry.Run, pairings.Number(entry.Pairing), entry.LeftKey, entry.RightKey, entry.Written, entry.Field,
                entry.Old, entry.New, entry.Rule, entry.Line, entry.At);
    }
}
