namespace Sluice.Pipeline;

/// <summary>The spans in which what is new in this cycle was edited.</summary>
/// <param name="LeftAfter">When the enumeration before this one began on the left; null where there was none.</param>
/// <param name="RightAfter">The same on the right.</param>
/// <param name="Now">When both were seen.</param>
internal readonly record struct EditTimes(DateTimeOffset? LeftAfter, DateTimeOffset? RightAfter, DateTimeOffset Now)
{
    public EditInterval Of(Side side, Record record) => new(
        side == Side.Left ? LeftAfter : RightAfter,
        record.Modified is { } stamp && stamp < Now ? stamp : Now);
}
