namespace Sluice.Generator.Documents.Emission;

/// <summary>Text inside documentation comments and comments.</summary>
internal static class Xml
{
    private static readonly char[] LineEnds = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    /// <summary>A text that means itself in a documentation comment.</summary>
    public static string Text(string text) =>
        Said(Line(text)).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>A text as code in a documentation comment.</summary>
    public static string Code(string text) => $"<c>{Text(text)}</c>";

    // XML has no way to say these, not even an escaped one.
    private static string Said(string text) =>
        text.All(IsSaid) ? text : string.Concat(text.Select(one => IsSaid(one) ? one : '\uFFFD'));

    private static bool IsSaid(char one) => one is '\t' or (>= ' ' and < '\uFFFE');

    /// <summary>A text that cannot end the comment it stands in.</summary>
    public static string Line(string text) => text.IndexOfAny(LineEnds) < 0
        ? text
        : string.Concat(text.Select(one => Array.IndexOf(LineEnds, one) < 0 ? one : ' '));
}
