using Sluice.Specification.DataTypes;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Conditions as C#.</summary>
internal static class ConditionCode
{
    /// <summary>Whether an expression counts as true.</summary>
    public static string Of(Expression expression, string current) => expression switch
    {
        Literal { Kind: LiteralKind.Boolean } literal => literal.Text,
        FunctionCall call when Of(call, current) is { } condition => condition,
        _ => $"Condition.IsTrue({ExpressionCode.Value(expression, current)})",
    };

    /// <summary>A call that answers yes or no; null where it does not.</summary>
    public static string? Of(FunctionCall call, string current) => call.Function switch
    {
        "is-decimal" => $"Condition.IsDecimal({Value(call, 0, current)})",
        "is-boolean" => $"Condition.IsBoolean({Value(call, 0, current)})",
        "is-empty" => $"Condition.IsEmpty({Value(call, 0, current)})",
        "is-null" => $"Condition.IsNull({Value(call, 0, current)})",
        "eq" => $"Condition.AreEqual({Value(call, 0, current)}, {Value(call, 1, current)})",
        "neq" => $"!Condition.AreEqual({Value(call, 0, current)}, {Value(call, 1, current)})",
        "gt" => $"Condition.IsGreater({Value(call, 0, current)}, {Value(call, 1, current)})",
        "matches" => $"Condition.Matches({ExpressionCode.Text(call.Arguments[0], current)}, {Value(call, 1, current)})",
        "and" => Joined(call, " && ", current),
        "or" => Joined(call, " || ", current),
        _ => null,
    };

    private static string Joined(FunctionCall call, string sign, string current)
    {
        var parts = call.Arguments.Select(one => Part(one, current)).ToArray();
        return string.Join(sign, parts);
    }

    // An alternative inside a conjunction, and the other way round, is told apart by parentheses.
    private static string Part(Expression expression, string current) =>
        expression is FunctionCall { Function: "and" or "or", Arguments.Count: > 1 }
            ? $"({Of(expression, current)})"
            : Of(expression, current);

    private static string Value(FunctionCall call, int argument, string current) =>
        ExpressionCode.Value(call.Arguments[argument], current);
}
