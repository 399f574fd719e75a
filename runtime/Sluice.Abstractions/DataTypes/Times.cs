namespace Sluice;

/// <summary>
/// The functions of the data type language on points in time. A day counts as its first moment in UTC.
/// </summary>
/// <remarks>
/// Formats consist of the tokens <c>%d %e %H %I %m %M %p %S %f %y %Y %z %%</c> and of text that stands for itself; in a
/// format, <c>%e</c> is not padded, <c>%f</c> is six digits, and the texts of <c>%p</c> are AM and PM.
/// </remarks>
public static class Times
{
    /// <summary>Each point in time as text, in UTC. Texts are no points in time: they are left out.</summary>
    public static FieldValue Format(string? format, FieldValue value) => Format(null, format, value);

    /// <summary>Each point in time as text, in a zone's time.</summary>
    /// <param name="zone">The zone's name in the IANA database: <c>Europe/Oslo</c>. Null is UTC.</param>
    /// <param name="format">The format.</param>
    /// <param name="value">Points in time.</param>
    public static FieldValue Format(string? zone, string? format, FieldValue value)
    {
        var (known, pattern) = (Zone(zone), TimeFormat.Read(format));
        return Elements.Each(
            value,
            one => known is null || pattern is null || Moment(one) is not { } moment ? null
                : FieldValue.Of(pattern.Write(moment, known)),
            known is null ? $"shown in '{zone}', which is no time zone"
                : pattern is null ? $"formatted as '{format}', which is no format of time"
                : "a point in time");
    }

    /// <summary>Each text as the point in time that it says, in UTC unless the text has an offset.</summary>
    public static FieldValue Parse(string? format, FieldValue value) => Parse(null, format, value);

    /// <summary>Each text as the point in time that it says, in a zone's time unless the text has an offset.</summary>
    /// <remarks>Where the clocks are set back an hour comes twice; then the second is meant, standard time.</remarks>
    /// <param name="zone">The zone's name in the IANA database: <c>Europe/Oslo</c>. Null is UTC.</param>
    /// <param name="format">The format, which a text must have as a whole.</param>
    /// <param name="value">Texts.</param>
    public static FieldValue Parse(string? zone, string? format, FieldValue value)
    {
        var (known, pattern) = (Zone(zone), TimeFormat.Read(format));
        return Elements.Each(
            value,
            one => known is null || one.Text is not { } text ? null : pattern?.Parse(text, known),
            known is null ? $"read in '{zone}', which is no time zone" : $"of the format '{format}'");
    }

    /// <summary>
    /// How many whole parts the first point in time is after the second, negative where it is before: <c>day</c> of the
    /// 29th and the 28th is 1. Null where either is no point in time.
    /// </summary>
    /// <param name="part">
    /// <c>year</c>, <c>month</c>, <c>week</c>, <c>day</c>, <c>hour</c>, <c>minute</c>, <c>second</c>,
    /// <c>millisecond</c>, <c>microsecond</c> or <c>nanosecond</c>.
    /// </param>
    /// <param name="start">The point in time that is counted to.</param>
    /// <param name="end">The point in time that is counted from.</param>
    public static FieldValue Difference(string? part, FieldValue start, FieldValue end) =>
        Moment(Lists.First(start)) is { } first && Moment(Lists.First(end)) is { } second
            ? TimeDifference.Of(part, first, second)
            : FieldValue.Null;

    /// <summary>The time of a clock.</summary>
    public static FieldValue Now(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return FieldValue.Of(clock.GetUtcNow(), 0);
    }

    private static Moment? Moment(FieldValue value) => value.Kind switch
    {
        FieldKind.Instant => new(value.Instant!.Value.UtcDateTime, value.Nanoseconds),
        FieldKind.Date => new(value.Date!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), 0),
        _ => null,
    };

    private static TimeZoneInfo? Zone(string? name) =>
        name is null ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : null;
}
