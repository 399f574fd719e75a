using System.Globalization;
using System.Numerics;

namespace Sluice;

/// <summary>Reads whole numbers of any length.</summary>
internal static class IntegerForm
{
    private const string Hexadecimal = "0x";

    // More digits than this are no number that anybody meant, and take time by their square.
    private const int MostDigits = 100_000;

    public static FieldValue? Of(FieldValue value) => value.Kind switch
    {
        FieldKind.Integer => value,
        FieldKind.Float when double.IsFinite(value.Float!.Value) => Whole(value.Float.Value),
        FieldKind.Decimal => Truncated(value.ToString()),
        FieldKind.Text => Read(value.Text!),
        _ => null,
    };

    private static FieldValue Whole(double value) => FieldValue.Of((BigInteger?)new BigInteger(value));

    private static FieldValue? Read(string text)
    {
        var rest = text.AsSpan().Trim();
        if (rest.StartsWith(Hexadecimal, StringComparison.Ordinal))
            return TwosComplement(rest[Hexadecimal.Length..]);

        const NumberStyles Style = NumberStyles.AllowLeadingSign;
        return rest.Length <= MostDigits
            && BigInteger.TryParse(rest, Style, CultureInfo.InvariantCulture, out var number)
            ? FieldValue.Of((BigInteger?)number)
            : null;
    }

    // The highest bit of the first digit is the sign, so that 0x00ff is 255 and 0xff is -1. .NET reads it so, too.
    private static FieldValue? TwosComplement(ReadOnlySpan<char> digits) =>
        digits.Length is > 0 and <= MostDigits
        && BigInteger.TryParse(
            digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? FieldValue.Of((BigInteger?)number)
            : null;

    private static FieldValue? Truncated(string written)
    {
        if (DecimalForm.Split(written) is not var (isNegative, digits, exponent))
            return null;

        var length = digits.Length + (long)exponent;
        if (length <= 0)
            return FieldValue.Of(0);
        if (length > MostDigits)
            return null;

        var whole = exponent >= 0 ? digits + new string('0', exponent) : digits[..(int)length];
        var number = BigInteger.Parse(whole, CultureInfo.InvariantCulture);
        return FieldValue.Of((BigInteger?)(isNegative ? -number : number));
    }
}
