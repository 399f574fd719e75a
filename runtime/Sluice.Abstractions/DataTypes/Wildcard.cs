namespace Sluice;

/// <summary>Holds texts against patterns with <c>*</c> and <c>?</c>.</summary>
internal static class Wildcard
{
    // Where a match fails, only the last * has to take one character more: earlier ones could only take less.
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (inPattern, inText, star, taken) = (0, 0, -1, 0);
        while (inText < text.Length)
            if (inPattern < pattern.Length && pattern[inPattern] == '*')
                (star, taken) = (inPattern++, inText);
            else if (inPattern < pattern.Length && pattern[inPattern] == '?')
                (inPattern, inText) = (inPattern + 1, inText + Length(text, inText));
            else if (inPattern < pattern.Length && pattern[inPattern] == text[inText])
                (inPattern, inText) = (inPattern + 1, inText + 1);
            else if (star >= 0)
                (inPattern, inText) = (star + 1, taken += Length(text, taken));
            else
                return false;

        return pattern[inPattern..].TrimStart('*').IsEmpty;
    }

    // A character outside the basic plane is two units.
    private static int Length(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
}
