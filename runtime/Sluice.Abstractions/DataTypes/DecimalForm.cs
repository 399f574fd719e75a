using System.Globalization;

namespace Sluice;

/// <summary>Reads decimal numbers of any length and scale.</summary>
internal static class DecimalForm
{
    // Beyond this many digits a number keeps its power of ten instead of being written out.
    private const int MostZeros = 400;

    public static FieldValue? Of(FieldValue value) => value.Kind switch
    {
        FieldKind.Decimal => value,
        FieldKind.Integer => FieldValue.OfDigits(value.ToString()),
        FieldKind.Float => Read(FloatForm.Text(value.Float!.Value)),
        FieldKind.Text => Read(value.Text!),
        _ => null,
    };

    /// <summary>
    /// The sign of a number, its digits without leading zeros, and the power of ten of the last of them; null where the
    /// text is no number.
    /// </summary>
    public static (bool IsNegative, string Digits, int Exponent)? Split(string written)
    {
        if (NumberForm.Read(written) is not { } form)
            return null;

        var text = form.ToString();
        var isNegative = text[0] == '-';
        var mark = text.IndexOf('e', StringComparison.Ordinal);
        var digits = text[(isNegative ? 1 : 0)..(mark < 0 ? text.Length : mark)];
        return (isNegative, digits, mark < 0 ? 0 : int.Parse(text[(mark + 1)..], CultureInfo.InvariantCulture));
    }

    private static FieldValue? Read(string text)
    {
        var trimmed = text.Trim();
        var written = trimmed.StartsWith('+') ? trimmed[1..] : trimmed;
        if (NumberForm.Read(trimmed) is null || written.StartsWith('+'))
            return null;

        return FieldValue.OfDigits(written.Contains('e', StringComparison.OrdinalIgnoreCase)
            ? WrittenOut(written)
            : WithoutLeadingZeros(written));
    }

    private static string WithoutLeadingZeros(string written)
    {
        var sign = written[0] == '-' ? "-" : "";
        var digits = written.AsSpan(sign.Length).TrimStart('0');
        return sign + (digits.IsEmpty || digits[0] == '.' ? "0" : "") + digits.ToString();
    }

    private static string WrittenOut(string written)
    {
        var (isNegative, digits, exponent) = Split(written)!.Value;
        if (Math.Abs((long)exponent) > MostZeros)
            return written;

        var sign = isNegative ? "-" : "";
        if (exponent >= 0)
            return sign + digits + new string('0', digits == "0" ? 0 : exponent);

        var padded = digits.PadLeft(1 - exponent, '0');
        return $"{sign}{padded[..^-exponent]}.{padded[^-exponent..]}";
    }
}
