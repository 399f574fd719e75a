using Sluice.Specification.DataTypes;

namespace Sluice.Specification.Tests.DataTypes;

/// <summary>
/// Random expressions of all functions that the language documents, and the forms that documents show.
/// </summary>
internal sealed class RandomExpression(int seed)
{
    private static readonly string[] Casts = ["string", "integer", "boolean", "float"];

    private readonly Random _random = new(seed);

    /// <summary>A call, with calls inside it down to a depth.</summary>
    public FunctionCall Call(int depth) => Choose<Func<FunctionCall>>(
        () => Make(Choose("string", "integer", "decimal", "float", "boolean"), Value(depth)),
        () => Make(Choose("integer", "decimal", "float", "boolean"), Call(depth - 1), Value(depth)),
        () => Make(Choose("first", "is-decimal", "is-boolean", "is-empty", "is-null", "abs"), Value(depth)),
        () => Make("list", [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth))]),
        () => Make("slice", [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Number()), Value(depth)]),
        () => Make("if", [Condition(depth), Value(depth), .. Some(Value(depth))]),
        () => Make("if-null", Value(depth), Value(depth)),
        () => Condition(depth),
        () => Make("join", Text(), Value(depth)),
        () => Make("split", [.. Some(Text()), Value(depth)]),
        () => Make("replace", Text(), Text(), Value(depth)),
        () => Make("datetime-format", [.. Some(Zone()), Format(), Value(depth)]),
        () => Make("datetime-parse", [.. Some(Zone()), Format(), Value(depth)]),
        () => Make("datetime-diff", new Literal(LiteralKind.Text, Choose("year", "day")), Value(depth), Make("now")))();

    /// <summary>An expression as documents fold it: casts of the current value are bare names.</summary>
    public static string Folded(Expression expression) => expression is FunctionCall call
        ? IsPlainCast(call)
            ? $"\"{call.Function}\""
            : $"[\"{call.Function}\"{string.Concat(call.Arguments.Select(one => ", " + Folded(one)))}]"
        : expression.ToString();

    /// <summary>
    /// An expression as documents strip it: the current value at the end and opening brackets are gone.
    /// </summary>
    public static string Stripped(Expression expression) => expression.ToString()
        .Replace(", \"_.\"]", "", StringComparison.Ordinal).Replace("[", "", StringComparison.Ordinal);

    private static bool IsPlainCast(FunctionCall call) =>
        Casts.Contains(call.Function) && call.Arguments.Count == 1
        && call.Arguments[0] is CurrentValue { Path.Length: 0 };

    private FunctionCall Condition(int depth) => Choose<Func<FunctionCall>>(
        () => Make(Choose("eq", "neq"), Value(depth), Value(depth)),
        () => Make("gt", Value(depth), Number()),
        () => Make("matches", Text(), Value(depth)),
        () => Make(Choose("is-null", "is-empty", "is-decimal"), Value(depth)),
        () => depth <= 0
            ? Make("is-null", Current())
            : Make(Choose("and", "or"), Condition(depth - 1), Condition(depth - 1)))();

    private Expression Value(int depth) => depth <= 0 || _random.Next(3) == 0
        ? Choose<Expression>(
            Current(), Current(), Text(), Number(), new CurrentValue("name"), new Literal(LiteralKind.Null, "null"),
            new Literal(LiteralKind.Boolean, "true"))
        : Call(depth - 1);

    private static CurrentValue Current() => new("");

    private Literal Text() => new(LiteralKind.Text, Choose("", "-", " ", "X", "+* *", "a,b]", "~rhttp://x/", "\"q\""));

    private Literal Number() => new(LiteralKind.Number, Choose("1", "-2", "1.50", "123456789012345678901234567890"));

    private static Literal Zone() => new(LiteralKind.Text, "Europe/Oslo");

    private Literal Format() => new(LiteralKind.Text, Choose("%Y-%m-%d", "%H:%M"));

    private IEnumerable<Expression> Some(Expression one) => _random.Next(2) == 0 ? [one] : [];

    private static FunctionCall Make(string function, params Expression[] arguments) =>
        new(function, arguments.ToEquatableArray());

    private T Choose<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
