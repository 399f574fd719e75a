using System.Globalization;

namespace Sluice;

/// <summary>Reads floating-point numbers, and writes them so that they are told from whole ones.</summary>
internal static class FloatForm
{
    // Where the power of ten begins to be written.
    private const int Smallest = -4;
    private const int Largest = 16;

    public static FieldValue? Of(FieldValue value) => value.Kind switch
    {
        FieldKind.Float => value,
        FieldKind.Integer or FieldKind.Decimal => Read(value.ToString()),
        FieldKind.Text => Read(value.Text!),
        _ => null,
    };

    /// <summary>
    /// The shortest text from which the same number is read again: <c>1.0</c>, <c>124.4</c>, <c>1e+22</c>.
    /// </summary>
    public static string Text(double value)
    {
        if (!double.IsFinite(value))
            return value.ToString(CultureInfo.InvariantCulture);

        var written = value.ToString("R", CultureInfo.InvariantCulture);
        if (value == 0)
            return written + ".0";

        var (isNegative, digits, exponent) = DecimalForm.Split(written)!.Value;
        var sign = isNegative ? "-" : "";
        var point = digits.Length + exponent;
        if (point - 1 is < Smallest or >= Largest)
            return Scientific(sign, digits, point - 1);
        if (point <= 0)
            return $"{sign}0.{new string('0', -point)}{digits}";

        return point >= digits.Length
            ? $"{sign}{digits}{new string('0', point - digits.Length)}.0"
            : $"{sign}{digits[..point]}.{digits[point..]}";
    }

    private static string Scientific(string sign, string digits, int exponent) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sign}{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{exponent:+00;-00}");

    private static FieldValue? Read(string text)
    {
        var written = text.AsSpan().Trim();
        return NumberForm.Read(text) is not null
            && double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? FieldValue.Of((double?)number)
            : null;
    }
}
