namespace Sluice;

/// <summary>
/// Turns days into points in time and back, in the zone that a system keeps its days in. A day that is only a day needs
/// neither: it stays a <see cref="DateOnly"/> and cannot shift.
/// </summary>
public static class CalendarDay
{
    /// <summary>The day on which a point in time falls in a zone.</summary>
    public static DateOnly Of(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>
    /// The first moment of a day in a zone, in UTC. Where the clocks skip midnight it is the moment after the gap;
    /// where midnight comes twice it is the first.
    /// </summary>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);

        var offset = zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new(Math.Clamp(local.Ticks - offset.Ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }
}
