using Sluice.Specification.DataTypes;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Typing;

/// <summary>
/// Turns expressions round, by rules on types: what comes back is what went in, as far as values are compared.
/// </summary>
internal static class Inverse
{
    private const string Day = "%Y-%m-%d";

    private static readonly CurrentValue Value = new(string.Empty);

    /// <summary>What takes an expression's result back; null where something may be lost on the way.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="source">What goes into it.</param>
    public static Expression? Of(Expression expression, MemberType source)
    {
        expression = Decided(expression, source);
        if (expression is CurrentValue { Path.Length: 0 })
            return Value;

        if (expression is not FunctionCall { Arguments.Count: > 0 } call)
            return null;

        var inner = call.Arguments[call.Arguments.Count - 1];
        if (Of(inner, source) is not { } innerBack)
            return null;

        var shape = ShapeRules.Of(inner, ValueShape.One(source.Kind.ToKinds()));
        return shape.MayBeList ? null
            : Of(call, shape.Single, source) is { } back ? Put(back, into: innerBack)
            : null;
    }

    /// <summary>A way back that takes nothing but what a cast can make.</summary>
    /// <param name="cast">The cast's name.</param>
    /// <param name="back">The way back.</param>
    public static Expression Through(string cast, Expression back) => Put(Cast(cast), into: back);

    private static Expression? Of(FunctionCall call, Kinds kind, MemberType source) => (call.Function, kind) switch
    {
        ("string", Kinds.Text) or ("integer", Kinds.Integer) or ("boolean", Kinds.Boolean) => Value,
        ("string", Kinds.Integer) => Cast("integer"),
        ("string", Kinds.Decimal) => Cast("decimal"),
        ("string", Kinds.Float) => Cast("float"),
        ("string", Kinds.Boolean) => Cast("boolean"),
        ("string", Kinds.Date) => Call("datetime-parse", Text(Day), Value),
        ("integer" or "decimal" or "boolean", Kinds.Text) when call.Arguments.Count == 1 => Cast("string"),
        ("decimal", Kinds.Decimal or Kinds.Integer or Kinds.Float) or ("float", Kinds.Float) => Value,
        ("float", Kinds.Integer) when source.TypeName is "int" or "short" or "byte" => Value,
        ("first", _) => Value,
        ("list", _) when call.Arguments.Count == 1 => Cast("first"),
        ("datetime-format", Kinds.Date or Kinds.Instant) when Tells(call, kind) => Turned(call, "datetime-parse"),
        ("datetime-parse", Kinds.Text) => Turned(call, "datetime-format"),
        _ => null,
    };

    // A condition that the source's type decides is none: what is taken is the one branch.
    private static Expression Decided(Expression expression, MemberType source) =>
        expression is FunctionCall { Function: "if" } call
        && call.Arguments[0] is FunctionCall { Arguments.Count: > 0 } condition
        && Answer(condition, source) is { } answer
            ? answer ? Decided(call.Arguments[1], source)
                : call.Arguments.Count > 2 ? Decided(call.Arguments[2], source) : expression
            : expression;

    private static bool? Answer(FunctionCall condition, MemberType source) =>
        (condition.Function, condition.Arguments[0]) switch
        {
            ("is-decimal", CurrentValue { Path.Length: 0 }) => source.Kind == ValueKind.Decimal,
            ("is-boolean", CurrentValue { Path.Length: 0 }) => source.Kind == ValueKind.Boolean,
            ("is-boolean", FunctionCall { Function: "boolean" }) when source.Kind == ValueKind.Boolean => true,
            _ => null,
        };

    // A local time without its offset comes twice when the clocks are set back.
    private static bool Tells(FunctionCall call, Kinds kind) =>
        TimeTokens.Format(call) is { } format && TimeTokens.CanBeRead(format) && TimeTokens.HasDay(format)
        && (kind == Kinds.Date
            || (TimeTokens.HasTime(format) && (TimeTokens.Zone(call) is null || TimeTokens.Has(format, 'z'))));

    private static FunctionCall Turned(FunctionCall call, string function) => new(
        function, call.Arguments.Take(call.Arguments.Count - 1).Append(Value).ToEquatableArray());

    private static FunctionCall Cast(string function) => Call(function, Value);

    private static FunctionCall Call(string function, params Expression[] arguments) =>
        new(function, arguments.ToEquatableArray());

    private static Literal Text(string text) => new(LiteralKind.Text, text);

    private static Expression Put(Expression value, Expression into) => into switch
    {
        CurrentValue => value,
        FunctionCall call => new FunctionCall(
            call.Function, call.Arguments.Select(one => Put(value, one)).ToEquatableArray()),
        _ => into,
    };
}
