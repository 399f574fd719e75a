namespace Sluice.Connectors.Listing;

/// <summary>How a vendor is asked for what changed, by the stamp that its filter compares.</summary>
/// <typeparam name="T">The contract.</typeparam>
internal sealed class DeltaCalls<T>
    where T : class
{
    /// <summary>Asks for a page of what changed at a point in time or after it.</summary>
    public required Func<DateTimeOffset, Position, CancellationToken, Task<HttpResponseMessage>> List { get; init; }

    /// <summary>
    /// Asks for what is at a position of all there is, alone, or with what is behind it where pages are counted by what
    /// came before: it shows whether a list ends there.
    /// </summary>
    public required Func<Position, CancellationToken, Task<HttpResponseMessage>> At { get; init; }

    /// <summary>The stamp that the filter compares; null where a record has none.</summary>
    public required Func<T, DateTimeOffset?> ChangedAt { get; init; }
}
