namespace Sluice;

/// <summary>
/// A sink that finds again what a create made, by something that its system keeps with the record and that no other
/// record has.
/// </summary>
/// <remarks>
/// What was created is then told from what merely looks like it, even where somebody has edited it since, or has typed
/// the same.
/// </remarks>
public interface ITracedSink : ISink
{
    /// <summary>Whether what a create made shows whose it is.</summary>
    /// <param name="create">The create, as it was given to <see cref="ISink.SendAsync"/>.</param>
    bool IsTraced(WriteRequest create);

    /// <summary>Looks for what a create made.</summary>
    /// <param name="create">The create, as it was given to <see cref="ISink.SendAsync"/>; it is traced.</param>
    /// <param name="token">Stops the call.</param>
    /// <returns>The record; null where there is none, or none yet.</returns>
    /// <exception cref="RemoteException">The system could not be asked.</exception>
    Task<Record?> FindMadeAsync(WriteRequest create, CancellationToken token);
}
