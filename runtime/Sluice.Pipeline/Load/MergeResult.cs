namespace Sluice.Pipeline;

/// <summary>How a merge ended.</summary>
/// <param name="Moves">The values that were written.</param>
/// <param name="SawNews">An answer showed something that was not there before: the merge is planned once more.</param>
internal sealed record MergeResult(IReadOnlyList<HistoryEntry> Moves, bool SawNews);
