using System.Globalization;

namespace Sluice;

/// <summary>
/// Reads numbers without evaluating them, so that none is too large and no digit is lost: sign, digits and the power of
/// ten of the last of them, as in <c>-15e-1</c>.
/// </summary>
internal static class NumberForm
{
    // More than any system keeps; beyond it a text is compared as text.
    private const int LargestExponent = 1_000_000;

    public static FieldValue Of(FieldValue number) => Read(number.ToString()) ?? number;

    /// <summary>The form of a text; null where it is no number.</summary>
    public static FieldValue? Read(string text)
    {
        var rest = text.AsSpan().Trim();
        var isNegative = rest.Length > 0 && rest[0] == '-';
        if (rest.Length > 0 && rest[0] is '-' or '+')
            rest = rest[1..];

        var exponent = 0;
        var mark = rest.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!int.TryParse(
                    rest[(mark + 1)..], NumberStyles.AllowLeadingSign, NumberFormatInfo.InvariantInfo, out exponent)
                || Math.Abs((long)exponent) > LargestExponent)
                return null;
            rest = rest[..mark];
        }

        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        var fraction = point < 0 ? default : rest[(point + 1)..];
        if (whole.IsEmpty || (point >= 0 && fraction.IsEmpty) || !AreDigits(whole) || !AreDigits(fraction))
            return null;

        return FieldValue.OfDigits(Join(isNegative, string.Concat(whole, fraction), exponent - fraction.Length));
    }

    private static string Join(bool isNegative, string digits, int exponent)
    {
        var shown = digits.AsSpan().TrimStart('0');
        if (shown.IsEmpty)
            return "0";

        var significant = shown.TrimEnd('0');
        exponent += shown.Length - significant.Length;
        var sign = isNegative ? "-" : "";
        return exponent == 0
            ? string.Concat(sign, significant)
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{significant}e{exponent}");
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
