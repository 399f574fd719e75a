namespace Sluice.Pipeline;

/// <summary>Counts what one pairing's turn did.</summary>
/// <remarks>Owned by the load stage of one pairing.</remarks>
internal sealed class Tally
{
    private readonly List<HistoryEntry> _moves = [];

    public int Linked { get; set; }

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Deleted { get; set; }

    /// <summary>Operations that the approved plan does not contain: they go once the pairing is live.</summary>
    public int Deferred { get; set; }

    public IReadOnlyList<HistoryEntry> Moves => _moves;

    public void Add(IReadOnlyList<HistoryEntry> moves)
    {
        _moves.AddRange(moves);
        Updated += moves.Select(move => move.Written).Distinct().Count();
    }
}
