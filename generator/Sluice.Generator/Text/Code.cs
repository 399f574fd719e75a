using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Generator.Text;

/// <summary>Pieces of C#.</summary>
internal static class Code
{
    /// <summary>The name and version that every generated type carries.</summary>
    public const string Origin = "[GeneratedCode(\"Sluice.Generator\", \"0.1.0\")]";

    /// <summary>A string literal; null is <c>null</c>.</summary>
    public static string Literal(string? text) =>
        text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A name that can stand where an identifier is wanted, keyword or not.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
