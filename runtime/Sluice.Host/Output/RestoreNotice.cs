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
        return $"The store was restored: {known}, and what was done until {lost.RanUntil:u} is lost to it. "
            + $"{open.Count} pairings observe again, and look for what they have created meanwhile before they create "
            + "it again. Edits and decisions of that time count as not made. Look through `sluice plan`, then run "
            + "`sluice approve` with its hash.";
    }
}
