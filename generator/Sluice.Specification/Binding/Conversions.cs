using Sluice.Specification.DataTypes;
using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Schemas;
using Sluice.Specification.Typing;

namespace Sluice.Specification.Binding;

/// <summary>Decides whether a row's data type can take its source value to its target.</summary>
internal static class Conversions
{
    public static bool Check(Field row, BoundPath source, BoundPath target, ResolvedFlow flow)
    {
        if (ReferenceBinder.Bind(flow.TargetSide, target, [source]) is not null)
            return true;

        var from = Shapes.Of(source);
        var to = target.ValueType.Kind.ToKinds();
        if (row.Expression is not { } expression)
            return (from.All & to) != Kinds.None || Refuse(
                row, flow,
                $"'{row.Source.Text}' is {Words.Of(from.All)} and '{row.Target.Text}' is {Words.Of(to)}; "
                + "values cannot pass through unchanged. Name the type of the target.");

        if (TimeTokens.Fault(expression) is { } fault)
            return Refuse(row, flow, $"This data type cannot be used: {fault}");

        var result = ShapeRules.Of(expression, from);
        if (result.IsNever)
            return Refuse(
                row, flow,
                $"'{row.Source.Text}' is {Words.Of(from.All)}, of which {row.Type.Text} yields nothing, ever. "
                + "Cast it first, or name another type.");

        if (expression is FunctionCall { Function: "datetime-format" } call && TimeTokens.Format(call) is { } format
            && !target.IsOpen && (to & Kinds.Time) != Kinds.None && !TimeTokens.Writes(format, ValueKind.Date)
            && !TimeTokens.Writes(format, target.ValueType.Kind))
            return Refuse(
                row, flow,
                $"'{row.Target.Text}' is {Words.Of(to)}, and '{format}' is not how its system writes one. Write "
                + "'%Y-%m-%d' or '%Y-%m-%dT%H:%M:%SZ'.");

        return Fits.Possible(result, target) || Refuse(
            row, flow,
            $"'{row.Target.Text}' is {Words.Of(to)} and cannot take {Words.Taken(result.All)}. "
            + "Name the type of the target.");
    }

    private static bool Refuse(Field row, ResolvedFlow flow, string message)
    {
        flow.Report(Rules.CannotConvert, row.Type.Span, message);
        return false;
    }
}
