namespace Sluice.Stores.Sqlite;

/// <summary>What an owner keeps in mind of the records of one side of a pairing.</summary>
/// <param name="entity">What the side is read from.</param>
/// <remarks>Read and written by whoever holds the session's gate.</remarks>
internal sealed class SideMemory(long entity)
{
    public long Entity { get; } = entity;

    /// <summary>Records that may have no link: all that have none, and others that nobody has looked at.</summary>
    public Bitmap Open { get; } = new();

    /// <summary>
    /// Records that have no link, never had one and were told apart from nobody, while they are there and in scope.
    /// </summary>
    public Bitmap Plain { get; } = new();

    /// <summary>Something about a record changed, or may have.</summary>
    public void Touch(long record)
    {
        Open.Add(record);
        Plain.Remove(record);
    }

    /// <summary>A record was looked at, and has no link.</summary>
    public void Found(Unlinked record)
    {
        Open.Add(record.Observation);
        if (record is { HasEnded: false, PartedFrom: null })
            Plain.Add(record.Observation);
        else
            Plain.Remove(record.Observation);
    }

    /// <summary>A record is not to be decided about until something about it changes.</summary>
    public void Pass(long record)
    {
        Open.Remove(record);
        Plain.Remove(record);
    }
}
