namespace Sluice.Pipeline;

/// <summary>Counts what one pairing's turn did.</summary>
/// <remarks>Kept by every lane of the load stage, and by the map stage; read when the turn is over.</remarks>
internal sealed class Tally
{
    private readonly Lock _turn = new();
    private readonly List<HistoryEntry> _moves = [];
    private readonly HashSet<(Side Side, string Key)> _others = [];
    private int _linked;
    private int _created;
    private int _updated;
    private int _deleted;
    private int _deferred;
    private int _beyond;

    public int Linked => _linked;

    public int Created => _created;

    public int Updated => _updated;

    public int Deleted => _deleted;

    /// <summary>Operations that the approved plan does not contain: they go once the pairing is live.</summary>
    public int Deferred => _deferred;

    public IReadOnlyList<HistoryEntry> Moves => _moves;

    /// <summary>What there was to do and this run was not for.</summary>
    public int LeftOut
    {
        get
        {
            lock (_turn)
                return _beyond + _others.Count;
        }
    }

    public void Link() => Interlocked.Increment(ref _linked);

    public void Create() => Interlocked.Increment(ref _created);

    public void Delete() => Interlocked.Increment(ref _deleted);

    public void Defer() => Interlocked.Increment(ref _deferred);

    /// <summary>Notes a write that is beyond the limit of this run.</summary>
    public void LeaveOut()
    {
        lock (_turn)
            _beyond++;
    }

    /// <summary>
    /// Notes a record that this run is not for. A pairing that joins once more meets it again: it counts once.
    /// </summary>
    public void LeaveOut((Side Side, string Key) record)
    {
        lock (_turn)
            _others.Add(record);
    }

    public void Add(IReadOnlyList<HistoryEntry> moves)
    {
        lock (_turn)
        {
            _moves.AddRange(moves);
            _updated += moves.Select(move => move.Written).Distinct().Count();
        }
    }
}
