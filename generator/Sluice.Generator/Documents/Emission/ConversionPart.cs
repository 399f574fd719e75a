using Sluice.Generator.Text;
using Sluice.Specification.Binding;
using Sluice.Specification.DataTypes;

namespace Sluice.Generator.Documents.Emission;

/// <summary>
/// Writes what becomes of values on their way: one method per field and direction where anything does.
/// </summary>
internal static class ConversionPart
{
    private const string Value = "value";

    /// <summary>All conversions of a pairing, in the order of its fields.</summary>
    public static void Conversions(CodeWriter code, BoundPairing pairing)
    {
        foreach (var field in pairing.Fields)
        {
            var name = Xml.Code(field.Name);
            if (!field.Forth.IsNothing)
                Method(code, field.ForthName, field.Forth, $"What becomes of a value on its way to {name}");

            if (field.IsTwoWay && field.Back is { IsNothing: false } back)
                Method(code, field.BackName, back, $"What becomes of a value of {name} on its way back");
        }
    }

    private static void Method(CodeWriter code, string name, BoundConversion conversion, string summary)
    {
        if (!code.IsEmpty)
            code.Line();

        var says = conversion.Expression is { } expression ? Xml.Code(expression.ToString()) : "what it has to fit";
        code.Line($"/// <summary>{summary}: {says}.</summary>");
        var isStatic = UsesClock(conversion.Expression) ? "" : "static ";
        var head = $"private {isStatic}FieldValue {name}(FieldValue {Value}) =>";
        if (conversion.Expression is FunctionCall { Function: "if" } choice)
            Choice(code, head, choice, conversion);
        else
            code.Assign(
                head,
                Fitted(conversion, conversion.Expression is { } one ? ExpressionCode.Value(one, Value) : Value) + ";");
    }

    // Reads as the expression does: condition, then, else.
    private static void Choice(CodeWriter code, string head, FunctionCall choice, BoundConversion conversion)
    {
        var (condition, then, otherwise) = ExpressionCode.Parts(choice, Value);
        code.Line(head);
        if (conversion.Fit is null)
        {
            code.Indented(condition, $"    ? {then}", $"    : {otherwise};");
            return;
        }

        var fit = Fitted(conversion, "\n").Split('\n');
        code.Indented(fit[0] + condition, $"    ? {then}", $"    : {otherwise}{fit[1]};");
    }

    private static string Fitted(BoundConversion conversion, string value) =>
        conversion.Fit is { } fit ? FitCode.Fit(fit, value) : value;

    private static bool UsesClock(Expression? expression) => expression is FunctionCall call
        && (call.Function == "now" || call.Arguments.Any(UsesClock));
}
