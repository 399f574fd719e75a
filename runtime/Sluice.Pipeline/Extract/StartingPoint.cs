using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Decides whether an entity is listed in full, or from a place in its own history on.</summary>
internal sealed class StartingPoint(Topology topology, PipelineOptions options, TimeProvider clock, ILogger log)
{
    /// <returns>The cursor at which to ask for changes; null where everything is listed.</returns>
    /// <param name="source">What is listed.</param>
    /// <param name="extraction">What earlier listings left behind.</param>
    /// <param name="lens">How its records are looked at now.</param>
    /// <param name="isSearched">Whether somebody has to see every record.</param>
    /// <param name="waiting">How many open items would cost a call each if their records were not listed.</param>
    public string? Of(ISource source, Extraction extraction, string lens, bool isSearched, int waiting) =>
        source is IDeltaSource delta
            && !isSearched
            && extraction is { Cursor: { } cursor, Full: { } full }
            && full.Lens == lens
            && !IsDue(full)
            && waiting <= full.Pages
            && !IsOnePage(source, full)
            ? Overlapping(delta, cursor)
            : null;

    // All of it takes a call then. So do its changes, and how many there are is another.
    private static bool IsOnePage(ISource source, FullListing full) => source is ICountedSource && full.Pages == 1;

    // A clock that went back says nothing about how long ago that was.
    private bool IsDue(FullListing full)
    {
        var age = clock.GetUtcNow() - full.EndedAt;
        return age < TimeSpan.Zero || age >= options.FullListing;
    }

    // What the source had not listed when its cursor was taken has a stamp from before it.
    private string? Overlapping(IDeltaSource delta, string cursor)
    {
        if (!options.Protections.Has(Protection.CursorOverlap))
            return cursor;

        try
        {
            return delta.Earlier(cursor, topology.Policy(delta.Entity.System).CursorOverlap);
        }
        catch (Exception failure)
        {
            // It is from other settings, or from another version of the connector.
            log.LogInformation(
                "{Entity}: the place '{Cursor}' that its changes were listed from cannot be read any more, all of it "
                    + "is listed: {Reason}",
                delta.Entity, cursor, failure.Message);
            return null;
        }
    }
}
