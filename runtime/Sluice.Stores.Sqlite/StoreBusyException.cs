namespace Sluice.Stores.Sqlite;

/// <summary>Another process has the store; it is not damaged, and free again once that process ends.</summary>
public sealed class StoreBusyException : StoreException
{
    /// <summary>A store that somebody else has.</summary>
    /// <param name="path">The store's file.</param>
    /// <param name="what">Who has it and what to do, in whole sentences.</param>
    /// <param name="cause">What the system said.</param>
    public StoreBusyException(string path, string what, Exception? cause = null)
        : base(path, what, cause)
    {
    }
}
