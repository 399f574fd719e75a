using Sluice.Specification.DataTypes;

namespace Sluice.Specification.Typing;

/// <summary>Looks for functions that work on points in time and never get one.</summary>
internal static class TimeUse
{
    /// <summary>The first such function of an expression; null where there is none.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="current">What goes into it.</param>
    public static string? Idle(Expression expression, ValueShape current) =>
        expression is not FunctionCall call ? null
        : IsIdle(call, current) ? call.Function
        : call.Arguments.Select(one => Idle(one, current)).FirstOrDefault(function => function is not null);

    private static bool IsIdle(FunctionCall call, ValueShape current) => call.Function switch
    {
        "datetime-format" => !IsTime(call.Arguments[call.Arguments.Count - 1], current),
        "datetime-diff" => !call.Arguments.Skip(1).All(one => IsTime(one, current)),
        _ => false,
    };

    private static bool IsTime(Expression expression, ValueShape current) =>
        (ShapeRules.Of(expression, current).All & Kinds.Time) != Kinds.None;
}
