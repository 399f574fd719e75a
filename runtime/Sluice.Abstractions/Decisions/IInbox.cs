namespace Sluice;

/// <summary>
/// What people decided. A decision is a row that any process leaves; the owner takes it up, once and under its epoch.
/// </summary>
public interface IInbox
{
    /// <summary>
    /// Leaves decisions for the owner. Works while another process owns the store. One that waits already is not left
    /// again, unless it says <see cref="InboxEntry.IsAgain"/>. What names a record that was forgotten is settled at
    /// once, and nothing of it is kept.
    /// </summary>
    ValueTask LeaveAsync(IReadOnlyList<InboxEntry> decisions);

    /// <summary>Decisions that no owner has taken up yet, in the order they were left.</summary>
    ValueTask<IReadOnlyList<InboxEntry>> WaitingAsync();

    /// <summary>Decisions that were taken up, the newest first.</summary>
    ValueTask<IReadOnlyList<InboxEntry>> SettledAsync(int limit);

    /// <summary>Stores what came of a decision: all it leads to, and that it is settled.</summary>
    /// <exception cref="InvalidOperationException">It does not wait, or contradicts what is stored.</exception>
    ValueTask SettleAsync(DecisionCommit commit);
}
