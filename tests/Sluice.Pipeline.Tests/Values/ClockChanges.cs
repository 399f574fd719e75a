namespace Sluice.Pipeline.Tests;

/// <summary>Zones, and the days on which their clocks change.</summary>
internal static class ClockChanges
{
    /// <summary>Zones on both sides of the date line; in some the clocks skip midnight or have it twice.</summary>
    public static IReadOnlyList<string> Zones { get; } =
    [
        "UTC", "Europe/Oslo", "Europe/London", "America/New_York", "America/Los_Angeles", "America/Sao_Paulo",
        "America/St_Johns", "America/Havana", "Asia/Kolkata", "Asia/Tehran", "Africa/Cairo", "Australia/Lord_Howe",
        "Pacific/Auckland", "Pacific/Kiritimati",
    ];

    /// <summary>The days of forty years on which the offset changes, and those around them.</summary>
    public static IEnumerable<DateOnly> Days(TimeZoneInfo zone) => Days(zone, 1996, 2036);

    /// <summary>The same of other years, up to the last of them and without it.</summary>
    public static IEnumerable<DateOnly> Days(TimeZoneInfo zone, int from, int to)
    {
        for (var day = new DateOnly(from, 1, 1); day.Year < to; day = day.AddDays(1))
            if (Offset(day.AddDays(-1)) != Offset(day.AddDays(2)))
                yield return day;

        TimeSpan Offset(DateOnly day) => zone.GetUtcOffset(day.ToDateTime(new(12, 0)));
    }
}
