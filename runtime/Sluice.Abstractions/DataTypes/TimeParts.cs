using System.Globalization;

namespace Sluice;

/// <summary>What a text says of a point in time, part by part. What it does not say is the beginning of 1900.</summary>
internal sealed class TimeParts
{
    // POSIX: two digits up to this are years of the 2000s.
    private const int LastOfThisCentury = 68;
    private const int MostFraction = 6;

    private int _year = 1900;
    private int _month = 1;
    private int _day = 1;
    private int _hour;
    private int _minute;
    private int _second;
    private int _microsecond;
    private bool _isTwelveHours;
    private bool _isAfternoon;
    private TimeSpan? _offset;

    /// <summary>
    /// Takes what a token stands for off the beginning of a text; false where that is something else.
    /// </summary>
    public bool Take(char token, ref ReadOnlySpan<char> text) => token switch
    {
        'd' => Number(ref text, 1, 2, 1, 31, out _day),
        'e' => Padded(ref text) && Number(ref text, 1, 2, 1, 31, out _day),
        'm' => Number(ref text, 1, 2, 1, 12, out _month),
        'Y' => Number(ref text, 4, 4, 1, 9999, out _year),
        'y' => Year(ref text),
        'H' => Number(ref text, 1, 2, 0, 23, out _hour),
        'I' => _isTwelveHours = Number(ref text, 1, 2, 1, 12, out _hour),
        'M' => Number(ref text, 1, 2, 0, 59, out _minute),
        'S' => Number(ref text, 1, 2, 0, 59, out _second),
        'f' => Fraction(ref text),
        'p' => Half(ref text),
        _ => Offset(ref text),
    };

    /// <summary>The point in time in UTC; null where there is no such day, or it is out of range.</summary>
    public FieldValue? In(TimeZoneInfo zone)
    {
        if (_day > DateTime.DaysInMonth(_year, _month))
            return null;

        var hour = _isTwelveHours ? (_hour % 12) + (_isAfternoon ? 12 : 0) : _hour;
        var local = new DateTime(_year, _month, _day, hour, _minute, _second).AddTicks(
            _microsecond * TimeSpan.TicksPerMicrosecond);
        var ticks = local.Ticks - (_offset ?? zone.GetUtcOffset(local)).Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? FieldValue.Of(new DateTimeOffset(ticks, TimeSpan.Zero), 0)
            : null;
    }

    // Other systems pad such a day with a blank.
    private static bool Padded(ref ReadOnlySpan<char> text)
    {
        if (text is [' ', not ' ', ..])
            text = text[1..];

        return true;
    }

    private bool Year(ref ReadOnlySpan<char> text)
    {
        if (!Number(ref text, 2, 2, 0, 99, out var year))
            return false;

        _year = year + (year <= LastOfThisCentury ? 2000 : 1900);
        return true;
    }

    private bool Fraction(ref ReadOnlySpan<char> text)
    {
        var length = Digits(text, MostFraction);
        if (length == 0)
            return false;

        _microsecond = int.Parse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        for (var i = length; i < MostFraction; i++)
            _microsecond *= 10;

        text = text[length..];
        return true;
    }

    private bool Half(ref ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[1] is not ('M' or 'm') || text[0] is not ('A' or 'a' or 'P' or 'p'))
            return false;

        _isAfternoon = text[0] is 'P' or 'p';
        text = text[2..];
        return true;
    }

    private bool Offset(ref ReadOnlySpan<char> text)
    {
        if (text is "Z")
        {
            _offset = TimeSpan.Zero;
            text = default;
            return true;
        }

        var format = text.Length == 6 ? @"hh\:mm" : "hhmm";
        if (text.IsEmpty || text[0] is not ('+' or '-')
            || !TimeSpan.TryParseExact(text[1..], format, CultureInfo.InvariantCulture, out var offset))
            return false;

        _offset = text[0] == '-' ? -offset : offset;
        text = default;
        return true;
    }

    private static bool Number(ref ReadOnlySpan<char> text, int least, int most, int low, int high, out int number)
    {
        var length = Digits(text, most);
        number = length < least ? -1 : int.Parse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        text = text[length..];
        return length >= least && number >= low && number <= high;
    }

    private static int Digits(ReadOnlySpan<char> text, int most)
    {
        var length = 0;
        while (length < most && length < text.Length && char.IsAsciiDigit(text[length]))
            length++;

        return length;
    }
}
