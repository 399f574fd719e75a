namespace Sluice;

/// <summary>Reads one entity of one system. Has no way to write.</summary>
/// <remarks>Fails with <see cref="RemoteException"/>; bad elements of a page are values, not failures.</remarks>
public interface ISource
{
    /// <summary>The entity that is read.</summary>
    EntityName Entity { get; }

    /// <summary>The entity that owns the physical records; another one where this is a view of it.</summary>
    EntityName PhysicalEntity => Entity;

    /// <summary>
    /// Properties that a read shows and a listing never does, by their paths. Where a document names one, a record that
    /// is listed with anything new is read.
    /// </summary>
    IReadOnlyList<string> Unlisted => [];

    /// <summary>Lists every record, page by page. The last page carries <see cref="Page.EndProof"/>.</summary>
    IAsyncEnumerable<Page> ListAsync(CancellationToken token);

    /// <summary>
    /// Reads one record as it is now; null when the system says there is none. What the system shows under another key,
    /// as for one that was merged into it, is returned under the key that it shows.
    /// </summary>
    Task<Record?> ReadAsync(string key, CancellationToken token);
}
