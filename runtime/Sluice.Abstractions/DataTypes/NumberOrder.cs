namespace Sluice;

/// <summary>Compares numbers of any kind by their digits, so that none is too large or loses any.</summary>
internal static class NumberOrder
{
    public static int Compare(FieldValue left, FieldValue right)
    {
        if (left.Integer is { } small && right.Integer is { } other)
            return small.CompareTo(other);

        var (isNegative, digits, exponent) = DecimalForm.Split(left.ToString())!.Value;
        var (isOtherNegative, otherDigits, otherExponent) = DecimalForm.Split(right.ToString())!.Value;
        var (sign, otherSign) = (Sign(isNegative, digits), Sign(isOtherNegative, otherDigits));
        return sign != otherSign || sign == 0
            ? sign.CompareTo(otherSign)
            : sign * Magnitude(digits, exponent, otherDigits, otherExponent);
    }

    private static int Magnitude(string digits, int exponent, string otherDigits, int otherExponent)
    {
        var length = ((long)digits.Length + exponent).CompareTo((long)otherDigits.Length + otherExponent);
        if (length != 0)
            return length;

        var width = Math.Max(digits.Length, otherDigits.Length);
        return Math.Sign(string.CompareOrdinal(digits.PadRight(width, '0'), otherDigits.PadRight(width, '0')));
    }

    private static int Sign(bool isNegative, string digits) => digits == "0" ? 0 : isNegative ? -1 : 1;
}
