namespace Sluice.Host.Output;

/// <summary>Says that the store is older than what was done with it, and what to do.</summary>
internal static class RestoreNotice
{
    /// <returns>Null where no pairing has anything to recover.</returns>
    public static string? Of(IEnumerable<Restoration?> pairings)
    {
        var open = pairings.OfType<Restoration>().Where(lost => lost.RecoveredAt is null).ToList();
        if (open.Count == 0)
            return null;

        var lost = open.MaxBy(restoration => restoration.RanUntil)!;
        var known = lost.StoredUntil is { } until ? $"it knows of runs until {until:u}" : "it knows of no run";
        var end = KnowsEnd(lost) ? $"until {lost.RanUntil:u}" : "since";
        return $"The store was restored: {known}, and what was done {end} is lost to it. "
            + $"{open.Count} pairings observe again, and look for what they have created meanwhile before they create "
            + "it again. Edits and decisions of that time count as not made. Look through `sluice plan`, then run "
            + "`sluice approve` with its hash.";
    }

    /// <summary>Whether it is known how long the time was that is lost, and not only that something is.</summary>
    public static bool KnowsEnd(Restoration lost) => lost.RanUntil > (lost.StoredUntil ?? DateTimeOffset.MinValue);
}
