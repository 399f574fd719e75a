using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Generator.Text;

/// <summary>Pieces of C#.</summary>
internal static class Code
{
    /// <summary>The name and version that every generated type carries.</summary>
    public static readonly string Origin =
        $"[GeneratedCode(\"Sluice.Generator\", \"{typeof(Code).Assembly.GetName().Version.ToString(3)}\")]";

    /// <summary>A string literal; null is <c>null</c>.</summary>
    public static string Literal(string? text) =>
        text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A raw string literal, for texts of one line with quotes in them.</summary>
    public static string Raw(string text)
    {
        if (text.IndexOf('"') < 0 || text[0] == '"' || text[text.Length - 1] == '"'
            || text.Any(one => one < ' ' || one > '~'))
            return Literal(text);

        var quotes = "\"\"\"";
        while (text.Contains(quotes))
            quotes += "\"";

        return quotes + text + quotes;
    }

    /// <summary>A name that can stand where an identifier is wanted, keyword or not.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
