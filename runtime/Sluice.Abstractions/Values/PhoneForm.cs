namespace Sluice;

/// <summary>
/// Reads telephone numbers. <c>+</c> and <c>00</c> begin a number with its calling code; any other is completed where
/// its region is known and it has that region's length, and stays the digits it is where not.
/// </summary>
internal static class PhoneForm
{
    // The longest number E.164 knows, and room for what is dialled before it.
    private const int Longest = 15;
    private const int Room = Longest + 4;

    /// <summary>
    /// The digits, with a plus sign before a calling code; null where the text is no telephone number.
    /// </summary>
    public static string? Read(string text, string? region)
    {
        Span<char> digits = stackalloc char[Room];
        var count = 0;
        var isInternational = false;
        var rest = text.AsSpan().Trim();
        for (var i = 0; i < rest.Length; i++)
        {
            if (isInternational && rest[i..].StartsWith("(0)", StringComparison.Ordinal))
                // The trunk prefix in +44 (0)20 is for those who dial without the calling code.
                i += 2;
            else if (char.IsAsciiDigit(rest[i]) && count < Room)
                digits[count++] = rest[i];
            else if (rest[i] is '+' or '\uff0b' && count == 0 && !isInternational)
                isInternational = true;
            else if (!IsSeparator(rest[i]))
                return null;

            if (!isInternational && count == 2 && digits[..2] is "00")
                (isInternational, count) = (true, 0);
        }

        var number = digits[..count];
        return number.IsEmpty || number.Length > Longest ? null
            : isInternational ? International(number)
            : National(number, PhoneRegion.Find(region));
    }

    private static string International(ReadOnlySpan<char> number)
    {
        var calling = PhoneRegion.TrunkAfterCalling(number);
        return calling > 0
            ? string.Concat("+", number[..calling], number[(calling + 1)..])
            : string.Concat("+", number);
    }

    private static string National(ReadOnlySpan<char> number, PhoneRegion? region)
    {
        if (region is null)
            return number.ToString();

        var hasTrunk = region.Trunk is { } trunk && number[0] == trunk;
        var significant = hasTrunk ? number[1..] : number;
        var isWhole = hasTrunk || region.Trunk != '0';
        return isWhole && significant.Length >= region.Shortest && significant.Length <= region.Longest
            ? string.Concat("+", region.Calling, significant)
            : number.ToString();
    }

    private static bool IsSeparator(char character) =>
        character is '-' or '.' or '/' or '(' or ')' or (>= '\u2010' and <= '\u2015') || char.IsWhiteSpace(character);
}
