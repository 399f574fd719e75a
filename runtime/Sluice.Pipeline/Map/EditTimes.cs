namespace Sluice.Pipeline;

/// <summary>The spans in which what is new was edited.</summary>
/// <param name="LeftAfter">When the complete enumeration before this one began on the left; null where there was
/// none.</param>
/// <param name="RightAfter">The same on the right.</param>
/// <param name="Fresh">Links that agreed until this cycle's listing.</param>
/// <param name="Clock">When a record is looked at.</param>
internal sealed record EditTimes(
    DateTimeOffset? LeftAfter, DateTimeOffset? RightAfter, FreshEdits Fresh, TimeProvider Clock)
{
    /// <summary>
    /// When the fields of a link that differ now were edited on one side. Where something was open about the link
    /// before, an edit may be any age: a polled record shows that it changed, never which of its fields did when.
    /// </summary>
    public EditInterval Of(Side side, Link link, bool hasOpen, Record record)
    {
        var now = Clock.GetUtcNow();
        var after = side == Side.Left ? LeftAfter : RightAfter;
        return new(
            Fresh.Contains(link) && !hasOpen ? after : null, record.Modified is { } stamp && stamp < now ? stamp : now);
    }
}
