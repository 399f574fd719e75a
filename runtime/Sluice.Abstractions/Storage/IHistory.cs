namespace Sluice;

/// <summary>What was moved before.</summary>
public interface IHistory
{
    /// <summary>The last writes of a field to one side of a link, newest first.</summary>
    ValueTask<IReadOnlyList<HistoryEntry>> LastWritesAsync(Link link, Side side, string field, int limit);
}
