namespace Sluice;

/// <summary>Writes one entity of one system. Never retries a write by itself: the engine owns unknown outcomes.</summary>
public interface ISink
{
    /// <summary>The entity that is written.</summary>
    EntityName Entity { get; }

    /// <summary>The request that would create a record, for the journal; nothing is sent.</summary>
    WriteRequest PrepareCreate(object draft);

    /// <summary>The request that would update a record; nothing is sent.</summary>
    /// <param name="current">The record as it was just read.</param>
    /// <param name="changed">The contract's instance with the changes put in.</param>
    /// <param name="touched">The paths to send, as <see cref="Change.Touched"/> names them.</param>
    WriteRequest PrepareUpdate(Record current, object changed, IReadOnlyList<string> touched);

    /// <summary>Sends a prepared request once.</summary>
    Task<WriteResult> SendAsync(WriteRequest request, CancellationToken token);
}
