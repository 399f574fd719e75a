using System.Globalization;

namespace Sluice.Pipeline.Tests;

/// <summary>How a system writes the values of a field, and reads them.</summary>
internal sealed record ValueText(Func<string, FieldValue> Read, Func<FieldValue, string> Write)
{
    public static ValueText Plain { get; } = new(FieldValue.Of, value => value.ToString());

    public static ValueText Number { get; } = new(FieldValue.OfNumber, value => value.ToString());

    public static ValueText Day { get; } = new(
        text => FieldValue.Of(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        value => value.ToString());

    /// <summary>A day as the moment at which it begins in a zone.</summary>
    public static ValueText DayIn(TimeZoneInfo zone) => new(
        text => FieldValue.Of(CalendarDay.Of(Moment(text), zone)),
        value => CalendarDay.Start(value.Date!.Value, zone).ToString("O", CultureInfo.InvariantCulture));

    /// <summary>A point in time, with as many digits as the system keeps.</summary>
    public static ValueText Instant(Precision precision) => new(
        text => FieldValue.Of(Moment(text)),
        value => precision.Cut(value.Instant!.Value).ToString("O", CultureInfo.InvariantCulture));

    /// <summary>The same, where the system rounds.</summary>
    public static ValueText RoundedToSeconds { get; } = new(
        text => FieldValue.Of(Moment(text)),
        value => Precision.Second.Cut(value.Instant!.Value.AddMilliseconds(500))
            .ToString("O", CultureInfo.InvariantCulture));

    /// <summary>What it makes of nothing.</summary>
    public FieldValue OfNull { get; init; } = FieldValue.Null;

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
