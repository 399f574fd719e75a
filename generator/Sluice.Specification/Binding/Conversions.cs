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
            return source.IsOpen || (from.All & to) != Kinds.None || Refuse(
                row, flow,
                $"'{row.Source.Text}' is {Words.Of(from.All)} and '{row.Target.Text}' is {Words.Of(to)}; "
                + "values cannot pass through unchanged. Name the type of the target.");

        if (TimeTokens.Fault(expression) is { } fault)
            return Refuse(row, flow, $"This data type cannot be used: {fault}");

        var result = ShapeRules.Of(expression, from);
        var idle = TimeUse.Idle(expression, from);
        if (idle is not null && (source.IsOpen || !result.IsNever))
            flow.Report(Rules.NoTimes, row.Type.Span, NoTimes(row, source, idle));

        if (source.IsOpen && result.IsNever)
            return true;

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

    private static string NoTimes(Field row, BoundPath source, string function) =>
        (source.IsOpen ? $"Nothing says that '{row.Source.Text}' is a point in time"
            : $"'{row.Source.Text}' is {Words.Of(Shapes.Of(source).All)}")
        + $", and '{function}' makes nothing of what is none. A text has to be parsed first: write "
        + "[\"datetime-parse\", \"%Y-%m-%dT%H:%M:%SZ\", \"_.\"] for \"_.\""
        + (source.IsOpen ? ", or declare a contract in which it is a DateTimeOffset." : ".");

    private static bool Refuse(Field row, ResolvedFlow flow, string message)
    {
        flow.Report(Rules.CannotConvert, row.Type.Span, message);
        return false;
    }
}
