namespace Sluice;

/// <summary>What is known of where a record's values came from.</summary>
public interface IRecordHistory
{
    /// <summary>What was moved into a record or from it, over all pairings, the newest first.</summary>
    ValueTask<IReadOnlyList<HistoryEntry>> HistoryAsync(RecordId record, int limit);

    /// <summary>The links of a record, over all pairings and states. The record is named by the entity it is read from.
    /// </summary>
    ValueTask<IReadOnlyList<LinkedBases>> LinksOfAsync(RecordId record);
}
