using Sluice.Generator.Text;
using Sluice.Specification.DataTypes;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Constants of expressions as C#.</summary>
internal static class LiteralCode
{
    // Digits that fit into 64 bits whatever they are.
    private const int MostDigits = 18;

    /// <summary>A constant. Numbers are carried over as text, and never evaluated here.</summary>
    public static string Value(Literal literal) => literal.Kind switch
    {
        LiteralKind.Text when literal.Text.StartsWith("~", StringComparison.Ordinal) =>
            $"Literals.Text({Code.Literal(literal.Text)})",
        LiteralKind.Text => $"FieldValue.Of({Code.Literal(literal.Text)})",
        LiteralKind.Number when IsPlain(literal.Text) || IsPlain(literal.Text.Replace(".", "")) =>
            $"FieldValue.Of({literal.Text})",
        LiteralKind.Number => $"Literals.Number({Code.Literal(literal.Text)})",
        LiteralKind.Boolean => $"FieldValue.Of({literal.Text})",
        _ => "FieldValue.Null",
    };

    /// <summary>Whether a number is a whole one of 64 bits that C# writes likewise.</summary>
    public static bool IsPlain(string number) =>
        number.Length <= MostDigits && number.All(one => one is '-' or (>= '0' and <= '9'));
}
