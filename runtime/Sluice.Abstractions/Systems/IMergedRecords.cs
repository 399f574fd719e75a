namespace Sluice;

/// <summary>A source whose system remembers into which record another one was merged.</summary>
public interface IMergedRecords
{
    /// <summary>
    /// The key of the record that a record is part of now, asked only for one that is not there; null where it was
    /// deleted, or nobody knows.
    /// </summary>
    /// <exception cref="RemoteException">The system could not be asked.</exception>
    Task<string?> MergedIntoAsync(string key, CancellationToken token);
}
