namespace Sluice;

/// <summary>
/// Writes one entity of one system. Never retries a write by itself: the engine owns unknown outcomes.
/// </summary>
public interface ISink
{
    /// <summary>The entity that is written.</summary>
    EntityName Entity { get; }

    /// <summary>
    /// Sends a request once, and not at all after the time by which it has to be sent. Failures are values; only
    /// cancellation throws.
    /// </summary>
    Task<WriteResult> SendAsync(WriteRequest request, CancellationToken token);
}
