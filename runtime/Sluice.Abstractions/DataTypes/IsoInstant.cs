namespace Sluice;

/// <summary>Reads points in time as ISO 8601 writes them, to a nanosecond.</summary>
internal static class IsoInstant
{
    private const int TickDigits = 7;

    public static FieldValue? Read(string text)
    {
        if (InstantForm.Read(text, Precision.Tick) is not { Instant: { } instant })
            return null;

        var point = text.AsSpan().IndexOfAny('.', ',');
        if (point < 0)
            return FieldValue.Of(instant, 0);

        var digits = text.AsSpan(point + 1);
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        var fraction = end < 0 ? digits : digits[..end];
        return FieldValue.Of(instant, (Digit(fraction, TickDigits) * 10) + Digit(fraction, TickDigits + 1));
    }

    private static int Digit(ReadOnlySpan<char> digits, int at) => at < digits.Length ? digits[at] - '0' : 0;
}
