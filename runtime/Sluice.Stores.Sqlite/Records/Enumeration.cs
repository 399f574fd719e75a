namespace Sluice.Stores.Sqlite;

/// <summary>
/// What an open enumeration has shown so far. It lives in memory only: one that a crash cut short decides nothing.
/// </summary>
/// <remarks>Read and written by whoever holds the session's gate.</remarks>
internal sealed class Enumeration(long id)
{
    private readonly Bitmap _stored = new();
    private readonly HashSet<string> _unstored = new(StringComparer.Ordinal);

    public long Id { get; } = id;

    public bool IsComplete { get; set; }

    /// <summary>Distinct records seen.</summary>
    public int Seen => _stored.Count + _unstored.Count;

    public bool HasSeen(long record) => _stored.Contains(record);

    public void See(long record) => _stored.Add(record);

    /// <summary>Notes a record that is not stored yet, and so cannot be missed either.</summary>
    public void SeeNew(string key) => _unstored.Add(key);

    public void Stored(string key, long record)
    {
        _unstored.Remove(key);
        _stored.Add(record);
    }
}
