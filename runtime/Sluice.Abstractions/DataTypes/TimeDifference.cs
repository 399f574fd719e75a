using System.Numerics;

namespace Sluice;

/// <summary>Counts the whole parts between two points in time, truncated towards zero.</summary>
internal static class TimeDifference
{
    private const int NanosecondsPerTick = 100;

    public static FieldValue Of(string? part, Moment start, Moment end) => part switch
    {
        "year" => FieldValue.Of(Months(start, end) / 12),
        "month" => FieldValue.Of(Months(start, end)),
        "week" => Parts(start, end, TimeSpan.TicksPerDay * 7 * (BigInteger)NanosecondsPerTick),
        "day" => Parts(start, end, TimeSpan.TicksPerDay * (BigInteger)NanosecondsPerTick),
        "hour" => Parts(start, end, TimeSpan.TicksPerHour * (BigInteger)NanosecondsPerTick),
        "minute" => Parts(start, end, TimeSpan.TicksPerMinute * (BigInteger)NanosecondsPerTick),
        "second" => Parts(start, end, TimeSpan.TicksPerSecond * (BigInteger)NanosecondsPerTick),
        "millisecond" => Parts(start, end, TimeSpan.TicksPerMillisecond * (BigInteger)NanosecondsPerTick),
        "microsecond" => Parts(start, end, TimeSpan.TicksPerMicrosecond * (BigInteger)NanosecondsPerTick),
        "nanosecond" => Parts(start, end, BigInteger.One),
        _ => FieldValue.Null,
    };

    private static FieldValue Parts(Moment start, Moment end, BigInteger size)
    {
        var nanoseconds = ((BigInteger)(start.Utc.Ticks - end.Utc.Ticks) * NanosecondsPerTick)
            + start.Nanoseconds - end.Nanoseconds;
        return FieldValue.Of((BigInteger?)BigInteger.Divide(nanoseconds, size));
    }

    private static long Months(Moment start, Moment end) =>
        IsBefore(start, end) ? -Whole(start, end) : Whole(end, start);

    // The most months that can be added to the earlier one without passing the later one.
    private static long Whole(Moment earlier, Moment later)
    {
        var months = ((later.Utc.Year - earlier.Utc.Year) * 12) + later.Utc.Month - earlier.Utc.Month;
        return IsBefore(later, earlier with { Utc = earlier.Utc.AddMonths(months) }) ? months - 1 : months;
    }

    private static bool IsBefore(Moment left, Moment right) =>
        left.Utc < right.Utc || (left.Utc == right.Utc && left.Nanoseconds < right.Nanoseconds);
}
