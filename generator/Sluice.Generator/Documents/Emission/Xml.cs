namespace Sluice.Generator.Documents.Emission;

/// <summary>Text inside documentation comments and comments.</summary>
internal static class Xml
{
    /// <summary>A text that means itself in a documentation comment.</summary>
    public static string Text(string text) =>
        Line(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>A text as code in a documentation comment.</summary>
    public static string Code(string text) => $"<c>{Text(text)}</c>";

    /// <summary>A text that cannot end the comment it stands in.</summary>
    public static string Line(string text) =>
        string.Concat(text.Select(one => one is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029' ? ' ' : one));
}
