namespace Sluice;

/// <summary>What is known of where a record's values came from.</summary>
public interface IRecordHistory
{
    /// <summary>What was moved into a record or from it, over all pairings, the newest first.</summary>
    ValueTask<IReadOnlyList<HistoryEntry>> HistoryAsync(RecordId record, int limit);

    /// <summary>What was moved into some fields of a record or from them, the newest first, however old.</summary>
    /// <param name="record">The record.</param>
    /// <param name="fields">The fields, each by pairing and name.</param>
    /// <param name="limit">How many entries at most.</param>
    ValueTask<IReadOnlyList<HistoryEntry>> HistoryAsync(
        RecordId record, IReadOnlyList<(string Pairing, string Field)> fields, int limit);

    /// <summary>
    /// What people decided where two values differed, of all that stands, or stood, for the same thing as a record, the
    /// newest first; but for what was decided against and carried between the two since.
    /// </summary>
    ValueTask<IReadOnlyList<HistoryEntry>> DecidedAsync(RecordId record);

    /// <summary>The links of a record, over all pairings and states. The record is named by the entity it is read from.
    /// </summary>
    ValueTask<IReadOnlyList<LinkedBases>> LinksOfAsync(RecordId record);
}
