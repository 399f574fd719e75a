using Sluice.Generator.Text;
using Sluice.Specification.DataTypes;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Expressions as C#: each function is a call of the one that <c>sluice eval</c> calls, too.</summary>
internal static class ExpressionCode
{
    /// <summary>The value of an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="current">What the current value is called.</param>
    public static string Value(Expression expression, string current) => expression switch
    {
        CurrentValue { Path.Length: 0 } => current,
        CurrentValue property => $"Objects.Get({current}, {Code.Literal(property.Path)})",
        Literal literal => LiteralCode.Value(literal),
        ObjectLiteral literal => Object(
            literal.Members.Select(member => (Code.Literal(member.Name), Value(member.Value, current)))),
        FunctionCall call when call.Function == "if" => Choice(call, current),
        FunctionCall call when ConditionCode.Of(call, current) is { } condition => $"FieldValue.Of({condition})",
        FunctionCall call => Call(call, current),
        _ => throw new InvalidOperationException($"No code is known for {expression.GetType().Name}."),
    };

    /// <summary>The text that an expression is; null where it is none.</summary>
    public static string Text(Expression expression, string current) => expression is Literal literal
        ? literal.Kind == LiteralKind.Text ? Code.Literal(literal.Text) : "null"
        : $"Lists.First({Value(expression, current)}).Text";

    /// <summary>The parts of an <c>if</c>: condition, then, else.</summary>
    public static (string Condition, string Then, string Else) Parts(FunctionCall call, string current) => (
        ConditionCode.Of(call.Arguments[0], current),
        Value(call.Arguments[1], current),
        call.Arguments.Count > 2 ? Value(call.Arguments[2], current) : "FieldValue.Null");

    private static string Choice(FunctionCall call, string current)
    {
        var (condition, then, otherwise) = Parts(call, current);
        return $"({condition} ? {then} : {otherwise})";
    }

    private static string Call(FunctionCall call, string current)
    {
        var last = call.Arguments.Count == 0 ? "" : Value(call.Arguments[call.Arguments.Count - 1], current);
        var texts = call.Arguments.Take(call.Arguments.Count - 1).Select(one => Text(one, current)).Append(last);
        return call.Function switch
        {
            "string" => $"Cast.String({last})",
            "integer" => $"Cast.Integer({WithDefault(call, last, current)})",
            "decimal" => $"Cast.Decimal({WithDefault(call, last, current)})",
            "float" => $"Cast.Float({WithDefault(call, last, current)})",
            "boolean" => $"Cast.Boolean({WithDefault(call, last, current)})",
            "uri" => $"Cast.Uri({last})",
            "bytes" => $"Cast.Bytes({last})",
            "abs" => $"Numbers.Abs({last})",
            "list" => $"Lists.Of({Join(call.Arguments.Select(one => Value(one, current)))})",
            "first" => $"Lists.First({last})",
            "slice" => $"Lists.Slice({Join(Places(call, current).Append(last))})",
            "if-null" => $"Lists.IfNull({Join(call.Arguments.Select(one => Value(one, current)))})",
            "dict" => Object(Pairs(call, current)),
            "join" => $"Texts.Join({Join(texts)})",
            "split" => $"Texts.Split({Join(texts)})",
            "replace" when call.Arguments.Count == 2 => $"Texts.Replace({Value(call.Arguments[0], current)}, {last})",
            "replace" => $"Texts.Replace({Join(texts)})",
            "datetime-format" => $"Times.Format({Join(texts)})",
            "datetime-parse" => $"Times.Parse({Join(texts)})",
            "datetime-diff" => $"Times.Difference({Text(call.Arguments[0], current)}, "
                + $"{Join(call.Arguments.Skip(1).Select(one => Value(one, current)))})",
            "now" => "Times.Now(Clock)",
            _ => throw new InvalidOperationException($"No code is known for '{call.Function}'."),
        };
    }

    private static string WithDefault(FunctionCall call, string last, string current) => call.Arguments.Count < 2
        ? last
        : $"{last}, {Bad(current)} => {Value(call.Arguments[0], Bad(current))}";

    // One lambda inside another needs a name of its own.
    private static string Bad(string current) =>
        current.StartsWith("bad", StringComparison.Ordinal) ? current + "2" : "bad";

    private static IEnumerable<string> Places(FunctionCall call, string current) => call.Arguments
        .Take(call.Arguments.Count - 1)
        .Select(one => one is not Literal literal ? $"Lists.Place({Value(one, current)})"
            : literal.Kind != LiteralKind.Number ? "null"
            : LiteralCode.IsPlain(literal.Text) ? literal.Text
            : $"Lists.Place({LiteralCode.Value(literal)})");

    private static IEnumerable<(string Name, string Value)> Pairs(FunctionCall call, string current)
    {
        for (var i = 0; i + 1 < call.Arguments.Count; i += 2)
            yield return (
                call.Arguments[i] is Literal { Kind: LiteralKind.Text } name
                    ? Code.Literal(name.Text)
                    : $"{Text(call.Arguments[i], current)} ?? \"\"",
                Value(call.Arguments[i + 1], current));
    }

    private static string Object(IEnumerable<(string Name, string Value)> members) =>
        $"Objects.Of({Join(members.Select(member => $"({member.Name}, {member.Value})"))})";

    private static string Join(IEnumerable<string> arguments) => string.Join(", ", arguments);
}
