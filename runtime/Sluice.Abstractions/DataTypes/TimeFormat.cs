using System.Globalization;
using System.Text;

namespace Sluice;

/// <summary>A format of points in time.</summary>
internal sealed class TimeFormat
{
    private const string Tokens = "deHImMpSfyYz%";

    private readonly string _format;

    private TimeFormat(string format) => _format = format;

    /// <summary>A format; null where it has a token that there is not.</summary>
    public static TimeFormat? Read(string? format)
    {
        if (format is null)
            return null;

        for (var at = format.IndexOf('%', StringComparison.Ordinal); at >= 0; at = format.IndexOf('%', at + 2))
        {
            if (at + 1 == format.Length || !Tokens.Contains(format[at + 1], StringComparison.Ordinal))
                return null;

            if (at + 2 >= format.Length)
                break;
        }

        return new(format);
    }

    /// <summary>A point in time as text, in a zone's time.</summary>
    public string Write(Moment moment, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(moment.Utc);
        var ticks = Math.Clamp(moment.Utc.Ticks + offset.Ticks, 0, DateTime.MaxValue.Ticks);
        var local = new DateTime(ticks, DateTimeKind.Unspecified);
        var text = new StringBuilder(_format.Length + 8);
        for (var at = 0; at < _format.Length; at++)
            if (_format[at] == '%')
                Write(_format[++at], local, offset, text);
            else
                text.Append(_format[at]);

        return text.ToString();
    }

    /// <summary>The point in time that a text says, in a zone's time; null where it has another form.</summary>
    public FieldValue? Parse(string text, TimeZoneInfo zone)
    {
        var parts = new TimeParts();
        var rest = text.AsSpan();
        for (var at = 0; at < _format.Length; at++)
            if (_format[at] != '%' || _format[at + 1] == '%')
            {
                if (rest.IsEmpty || rest[0] != _format[at])
                    return null;

                rest = rest[1..];
                at += _format[at] == '%' ? 1 : 0;
            }
            else if (!parts.Take(_format[++at], ref rest))
                return null;

        return rest.IsEmpty ? parts.In(zone) : null;
    }

    private static void Write(char token, DateTime local, TimeSpan offset, StringBuilder text)
    {
        var culture = CultureInfo.InvariantCulture;
        _ = token switch
        {
            'd' => text.Append(culture, $"{local.Day:00}"),
            'e' => text.Append(culture, $"{local.Day}"),
            'H' => text.Append(culture, $"{local.Hour:00}"),
            'I' => text.Append(culture, $"{((local.Hour + 11) % 12) + 1:00}"),
            'm' => text.Append(culture, $"{local.Month:00}"),
            'M' => text.Append(culture, $"{local.Minute:00}"),
            'p' => text.Append(local.Hour < 12 ? "AM" : "PM"),
            'S' => text.Append(culture, $"{local.Second:00}"),
            'f' => text.Append(culture, $"{(local.Millisecond * 1000) + local.Microsecond:000000}"),
            'y' => text.Append(culture, $"{local.Year % 100:00}"),
            'Y' => text.Append(culture, $"{local.Year:0000}"),
            'z' => text.Append(offset < TimeSpan.Zero ? '-' : '+')
                .Append(culture, $"{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}"),
            _ => text.Append('%'),
        };
    }
}
