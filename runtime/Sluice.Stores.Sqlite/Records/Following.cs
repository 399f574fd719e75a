namespace Sluice.Stores.Sqlite;

/// <summary>
/// Finds one record of an entity after the other by their keys: where two follow on each other as they were first seen,
/// the next is tried first.
/// </summary>
/// <param name="byKey">Finds one by its entity and key; its number comes first.</param>
/// <param name="following">Those after a number in the order of first sight, with their keys in the fifth column.
/// </param>
/// <param name="entity">The entity.</param>
internal sealed class Following(Statement byKey, Statement following, long entity) : IDisposable
{
    private const int Key = 4;
    private Rows? _found;
    private Rows? _ahead;
    private long _last = -1;

    /// <returns>The row of a record, until the next is looked for; null where there is none.</returns>
    public Rows? Find(string key)
    {
        if (_ahead is { } ahead)
        {
            if (ahead.Read() && ahead.Is(Key, key))
            {
                _last = ahead.Number(0);
                return ahead;
            }

            ahead.Dispose();
            _ahead = null;
        }

        _found?.Dispose();
        var rows = byKey.Query(entity, key);
        _found = rows;
        if (!rows.Read())
            return null;

        var record = rows.Number(0);
        if (record == _last + 1)
            _ahead = following.Query(record, entity);
        _last = record;
        return rows;
    }

    public void Dispose()
    {
        _found?.Dispose();
        _ahead?.Dispose();
    }
}
