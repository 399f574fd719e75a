namespace Sluice.Specification.Reading;

/// <summary>
/// Shortens what a message quotes. A name as long as half the document, quoted on each line of the other half, would
/// make the messages as long as its square.
/// </summary>
internal static class Shown
{
    private const int Longest = 200;

    public static string Of(string text)
    {
        if (text.Length <= Longest)
            return text;

        var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text.Substring(0, end) + "…";
    }
}
