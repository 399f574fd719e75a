namespace Sluice.Pipeline.Tests;

public sealed class DateTests
{
    public static TheoryData<string> AllZones => new(ClockChanges.Zones);

    [Theory]
    [MemberData(nameof(AllZones))]
    public void F25_A_day_survives_ten_round_trips_through_a_zone_on_every_day_that_changes_the_clocks(string name)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        foreach (var day in ClockChanges.Days(zone))
        {
            var kept = day;
            for (var trip = 0; trip < 10; trip++)
                kept = CalendarDay.Of(CalendarDay.Start(kept, zone), zone);

            Assert.Equal(day, kept);
            Assert.NotEqual(day, CalendarDay.Of(CalendarDay.Start(day, zone).AddTicks(-1), zone));
        }
    }

    [Fact]
    public void F25_The_zones_include_ones_that_skip_midnight_and_ones_that_have_it_twice()
    {
        var midnights =
            from name in ClockChanges.Zones
            let zone = TimeZoneInfo.FindSystemTimeZoneById(name)
            from day in ClockChanges.Days(zone)
            let midnight = day.ToDateTime(TimeOnly.MinValue)
            select (Skipped: zone.IsInvalidTime(midnight), Twice: zone.IsAmbiguousTime(midnight));

        Assert.Contains(midnights, midnight => midnight.Skipped);
        Assert.Contains(midnights, midnight => midnight.Twice);
    }

    [Theory]
    [InlineData("2026-03-29", "2026-03-29T00:00:00Z", true)]
    [InlineData("2026-03-29", " 2026-03-29 ", true)]
    [InlineData("2026-03-29", "2026-03-29T01:30:00+02:00", false)]
    [InlineData("2026-03-29", "2026-03-30", false)]
    [InlineData("2026-03-29", "29.03.2026", false)]
    [InlineData("2026-02-30", "2026-02-30", true)]
    [InlineData("2026-02-30", "2026-03-02", false)]
    public void Days_are_compared_as_days(string left, string right, bool same)
    {
        Assert.Equal(same, CanonicalForm.Same(Canonical.Date, FieldValue.Of(left), FieldValue.Of(right)));
        if (DateOnly.TryParseExact(left, "yyyy-MM-dd", out var day))
            Assert.Equal(same, CanonicalForm.Same(Canonical.Date, FieldValue.Of(day), FieldValue.Of(right)));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void The_first_and_the_last_day_there_are_have_a_beginning(string written)
    {
        var day = DateOnly.ParseExact(written, "yyyy-MM-dd");

        Assert.All(ClockChanges.Zones, zone => CalendarDay.Start(day, TimeZoneInfo.FindSystemTimeZoneById(zone)));
    }
}
