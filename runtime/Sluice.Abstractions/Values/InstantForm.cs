using System.Globalization;

namespace Sluice;

/// <summary>Reads days and points in time as ISO 8601 writes them. What names no offset is no point in time.</summary>
internal static class InstantForm
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>
    /// The day that a text names, or on which the point in time it names falls; null where it is neither.
    /// </summary>
    public static FieldValue? ReadDay(string text)
    {
        var rest = text.AsSpan().Trim();
        if (Date(rest) is { } day)
            return FieldValue.Of(day);

        return Moment(rest) is { } instant ? FieldValue.Of(DateOnly.FromDateTime(instant.UtcDateTime)) : null;
    }

    /// <summary>The point in time that a text names, cut to a precision; null where it names none.</summary>
    public static FieldValue? Read(string text, Precision precision)
    {
        var rest = text.AsSpan().Trim();
        var instant = Date(rest) is { } day ? StartOf(day) : Moment(rest);
        return instant is { } known ? FieldValue.Of(precision.Cut(known)) : null;
    }

    /// <summary>A point in time with all its nine digits.</summary>
    public static string Precise(DateTimeOffset instant, int nanoseconds) => string.Create(
        CultureInfo.InvariantCulture, $"{instant.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff}{nanoseconds:00}+00:00");

    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static DateOnly? Date(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTimeOffset? Moment(ReadOnlySpan<char> text)
    {
        if (text.Length < Day.Length + 2
            || text[Day.Length] is not ('T' or 't' or ' ')
            || Date(text[..Day.Length]) is not { } day)
            return null;

        var rest = text[(Day.Length + 1)..];
        var zone = rest.LastIndexOfAny("Zz+-");
        if (zone < 0 || Offset(rest[zone..]) is not { } offset || Time(rest[..zone]) is not { } time)
            return null;

        var ticks = day.ToDateTime(TimeOnly.MinValue).Ticks + time - offset.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    // Digits beyond a value's precision are cut, as every precision cuts.
    private static long? Time(ReadOnlySpan<char> text)
    {
        var point = text.IndexOfAny('.', ',');
        var fraction = point < 0 ? default : text[(point + 1)..];
        if ((point >= 0 && fraction.IsEmpty) || fraction.ContainsAnyExceptInRange('0', '9'))
            return null;

        var whole = point < 0 ? text : text[..point];
        var format = whole.Length == 5 && point < 0 ? "HH:mm" : "HH:mm:ss";
        if (!TimeOnly.TryParseExact(whole, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;

        var ticks = 0L;
        for (var i = 0; i < 7; i++)
            ticks = (ticks * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);

        return time.Ticks + ticks;
    }

    private static TimeSpan? Offset(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z")
            return TimeSpan.Zero;

        var digits = text[1..];
        var format = digits.Length switch { 2 => "hh", 4 => "hhmm", _ => @"hh\:mm" };
        return text[0] is '+' or '-'
            && TimeSpan.TryParseExact(digits, format, CultureInfo.InvariantCulture, out var offset)
            ? text[0] == '-' ? -offset : offset
            : null;
    }
}
