namespace Sluice.Stores.Sqlite;

/// <summary>The store's file cannot be used: the message says which file, why, and what to do.</summary>
public class StoreException : StorageException
{
    /// <summary>A store that cannot be used.</summary>
    /// <param name="path">The store's file.</param>
    /// <param name="what">What is wrong and what to do, in whole sentences.</param>
    /// <param name="cause">What the system said; null where this tool found it out itself.</param>
    public StoreException(string path, string what, Exception? cause = null)
        : base($"Store '{path}': {what}", cause) => Path = path;

    /// <summary>The store's file.</summary>
    public string Path { get; }
}
