using System.Globalization;
using System.Numerics;

namespace Sluice;

/// <summary>Constants of the data type language that have no literal of their own in C#.</summary>
public static class Literals
{
    /// <summary>
    /// A number as JSON writes it: a float where it has a point or a power of ten, else whole. What is too large for a
    /// float stays a decimal number.
    /// </summary>
    public static FieldValue Number(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        if (written.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
            return FieldValue.Of((BigInteger?)BigInteger.Parse(written, CultureInfo.InvariantCulture));

        return double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture) is var number
            && double.IsFinite(number)
            ? FieldValue.Of((double?)number)
            : FieldValue.OfNumber(written);
    }

    /// <summary>
    /// A text, unless it is marked as something else: <c>~r</c> and a URI, <c>~t</c> and a point in time, <c>~b</c>
    /// and bytes in base 64.
    /// </summary>
    public static FieldValue Text(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        if (written.Length < 2 || written[0] != '~')
            return FieldValue.Of(written);

        var rest = written[2..];
        return written[1] switch
        {
            'r' => FieldValue.OfUri(rest),
            't' => IsoInstant.Read(rest) ?? FieldValue.Of(written),
            'b' when Convert.TryFromBase64String(rest, new byte[rest.Length], out _) =>
                FieldValue.OfBytes(Convert.FromBase64String(rest)),
            _ => FieldValue.Of(written),
        };
    }
}
