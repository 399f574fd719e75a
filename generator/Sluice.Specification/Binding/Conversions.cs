using Sluice.Specification.DataTypes;
using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Decides whether a row's data type can take its source value to its target.</summary>
internal static class Conversions
{
    private const string Advice = "So far \"string\" and N/A between text members are.";

    public static bool Check(Field field, BoundPath source, BoundPath target, ResolvedFlow flow)
    {
        var from = source.Leaf.Type;
        var to = target.Leaf.Type;
        if (field.Expression is null)
            return from.Kind == to.Kind
                ? Supported(from.Kind == ValueKind.Text, field, flow)
                : Refuse(field, flow,
                    $"'{field.Source.Text}' is {Word(from.Kind)} and '{field.Target.Text}' is {Word(to.Kind)}; "
                    + "values cannot pass through unchanged. Name the type of the target.");

        if (!IsString(field.Expression))
            return Supported(false, field, flow);

        return to.Kind == ValueKind.Text
            ? Supported(from.Kind == ValueKind.Text, field, flow)
            : Refuse(field, flow,
                $"'{field.Target.Text}' is {Word(to.Kind)} and cannot take a text. Name the type of the target.");
    }

    private static bool IsString(Expression expression) =>
        expression is FunctionCall { Function: "string" } call
        && call.Arguments[0] is CurrentValue { Path.Length: 0 };

    private static bool Supported(bool supported, Field field, ResolvedFlow flow)
    {
        if (!supported)
            flow.Report(
                Rules.NotSupportedYet,
                field.Type.Span,
                $"The data type {field.Type.Text} from '{field.Source.Text}' to '{field.Target.Text}' is not "
                + $"supported yet. {Advice}");

        return supported;
    }

    private static bool Refuse(Field field, ResolvedFlow flow, string message)
    {
        flow.Report(Rules.CannotConvert, field.Type.Span, message);
        return false;
    }

    private static string Word(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => "true or false",
        ValueKind.Integer => "a whole number",
        ValueKind.Float => "a floating-point number",
        ValueKind.Decimal => "a decimal number",
        ValueKind.Date => "a day",
        ValueKind.Instant => "a point in time",
        _ => "text",
    };
}
