namespace Sluice.Pipeline;

/// <summary>Counts what one pairing's turn did.</summary>
/// <remarks>Owned by the load stage of one pairing.</remarks>
internal sealed class Tally
{
    private readonly List<HistoryEntry> _moves = [];
    private int _leftOut;

    public int Linked { get; set; }

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Deleted { get; set; }

    /// <summary>Operations that the approved plan does not contain: they go once the pairing is live.</summary>
    public int Deferred { get; set; }

    public IReadOnlyList<HistoryEntry> Moves => _moves;

    /// <summary>What there was to do and this run was not for.</summary>
    public int LeftOut => Volatile.Read(ref _leftOut);

    /// <summary>Notes something that this run is not for; called by the map stage as well.</summary>
    public void LeaveOut() => Interlocked.Increment(ref _leftOut);

    public void Add(IReadOnlyList<HistoryEntry> moves)
    {
        _moves.AddRange(moves);
        Updated += moves.Select(move => move.Written).Distinct().Count();
    }
}
