namespace Sluice.Pipeline;

/// <summary>Counts what one pairing's turn did.</summary>
/// <remarks>Owned by the load stage of one pairing.</remarks>
internal sealed class Tally
{
    private readonly List<HistoryEntry> _moves = [];
    private readonly HashSet<(Side Side, string Key)> _others = [];
    private int _leftOut;

    public int Linked { get; set; }

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Deleted { get; set; }

    /// <summary>Operations that the approved plan does not contain: they go once the pairing is live.</summary>
    public int Deferred { get; set; }

    public IReadOnlyList<HistoryEntry> Moves => _moves;

    /// <summary>What there was to do and this run was not for.</summary>
    public int LeftOut
    {
        get
        {
            lock (_others)
                return _leftOut + _others.Count;
        }
    }

    /// <summary>Notes a write that is beyond the limit of this run.</summary>
    public void LeaveOut()
    {
        lock (_others)
            _leftOut++;
    }

    /// <summary>
    /// Notes a record that this run is not for. A pairing that joins once more meets it again: it counts once.
    /// </summary>
    public void LeaveOut((Side Side, string Key) record)
    {
        // The map stage notes what the load stage counts.
        lock (_others)
            _others.Add(record);
    }

    public void Add(IReadOnlyList<HistoryEntry> moves)
    {
        _moves.AddRange(moves);
        Updated += moves.Select(move => move.Written).Distinct().Count();
    }
}
