namespace Sluice;

/// <summary>A source of changes that can also tell, at the cost of a small call, whether a record is missing.</summary>
/// <remarks>
/// What was deleted shows in no listing of changes. It shows in how many records there are: where that is another
/// number than it should be, everything is listed.
/// </remarks>
public interface ICountedSource : IDeltaSource
{
    /// <summary>
    /// Whether the system has exactly so many records of the entity now, in scope or not. Fails with
    /// <see cref="RemoteException"/>.
    /// </summary>
    Task<bool> HasAsync(int records, CancellationToken token);
}
