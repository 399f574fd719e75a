namespace Sluice.Stores.Sqlite;

/// <summary>Counts what must not be forgotten: runs and intents.</summary>
internal sealed class Steps(Session session, Witness? witness)
{
    private readonly Statement _next = session.Prepare(
        "update store set step = step + 1 where id = 1 returning step");

    /// <summary>
    /// Within the transaction that stores a run or an intent. A witness that was ahead of the file would take the
    /// next owner's file for an older one, so it is told after the commit; and before anything is sent.
    /// </summary>
    /// <param name="at">When the run or the intent began.</param>
    /// <param name="durable">Whether the witness must outlive the machine: an intent costs no second write to the
    /// disk, because the run that it belongs to did.</param>
    public void Take(DateTimeOffset at, bool durable)
    {
        var step = _next.Number()!.Value;
        if (witness is not null)
            session.AfterCommit(() => witness.Write(new(session.Epoch, step, at), durable));
    }
}
