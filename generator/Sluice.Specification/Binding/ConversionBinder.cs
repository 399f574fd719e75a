using Sluice.Specification.DataTypes;
using Sluice.Specification.Schemas;
using Sluice.Specification.Typing;

namespace Sluice.Specification.Binding;

/// <summary>Binds what becomes of values on their way.</summary>
internal static class ConversionBinder
{
    // Of these nothing can go wrong, whatever goes in.
    private static readonly string[] Sure = ["string", "first", "list", "datetime-format"];

    /// <summary>The conversion from some members to one.</summary>
    public static BoundConversion Bind(Expression? expression, IReadOnlyList<BoundPath> from, BoundPath to)
    {
        var shape = Shapes.Of(from);
        var result = expression is null ? shape : ShapeRules.Of(expression, shape);
        var kept = expression is null || Changes(expression, shape) ? expression : null;
        var fit = Fits.Needed(result, kept is null ? from : [], to);
        return new(kept, fit, IsSure(fit, result) && (kept is null || IsSure(kept)));
    }

    /// <summary>
    /// An expression without the words in which a system writes what its member holds: the member is what the text
    /// stands for. A format of what may be no time stays, as it makes nothing of that.
    /// </summary>
    public static Expression? Held(Expression? expression, IReadOnlyList<BoundPath> from, BoundPath to) =>
        expression is FunctionCall { Arguments.Count: > 0 } call && Writes(call, to.ValueType.Kind)
        && call.Arguments[call.Arguments.Count - 1] is var held
        && (call.Function == "string" || (ShapeRules.Of(held, Shapes.Of(from)).All & ~Kinds.Time) == Kinds.None)
            ? held
            : expression;

    /// <summary>How finely points in time come through formats; null where there are none.</summary>
    public static string? Precision(Expression? expression) => expression is FunctionCall call
        ? call.Function is "datetime-format" or "datetime-parse" && TimeTokens.Format(call) is { } format
            ? TimeTokens.Has(format, 'f') ? "Microsecond" : "Second"
            : call.Arguments.Select(Precision).FirstOrDefault(found => found is not null)
        : null;

    /// <summary>The form that an expression's results are compared in; text where it does not matter.</summary>
    public static CanonicalKind Canonical(Expression? expression, IReadOnlyList<BoundPath> from, BoundPath to)
    {
        var result = expression is null ? Shapes.Of(from) : ShapeRules.Of(expression, Shapes.Of(from));
        var passes = Shapes.Of(from).All | result.All;
        if (from.Append(to).Any(path => path.ValueType.Kind == ValueKind.Guid))
            return CanonicalKind.Guid;

        var isNumber = (passes & Kinds.Number) != Kinds.None && (passes & ~(Kinds.Number | Kinds.Text)) == Kinds.None;
        return to.ValueType.Kind switch
        {
            ValueKind.Any => Written(result.All),
            ValueKind.Text when isNumber => CanonicalKind.Number,
            ValueKind.Instant when passes == Kinds.Date => CanonicalKind.Date,
            ValueKind.Instant when expression is FunctionCall { Function: "datetime-parse" } call
                && TimeTokens.Format(call) is { } format && !TimeTokens.HasAnyTime(format) => CanonicalKind.Date,
            _ => CanonicalKind.Text,
        };
    }

    // An open contract shows times as text, and maybe numbers.
    private static CanonicalKind Written(Kinds kinds) =>
        kinds == Kinds.None ? CanonicalKind.Text
        : (kinds & ~Kinds.Number) == Kinds.None ? CanonicalKind.Number
        : kinds == Kinds.Date ? CanonicalKind.Date
        : (kinds & ~Kinds.Time) == Kinds.None ? CanonicalKind.Instant
        : CanonicalKind.Text;

    private static bool Writes(FunctionCall call, ValueKind kind) => call.Function switch
    {
        "string" => kind is ValueKind.Date or ValueKind.Instant,
        "datetime-format" => TimeTokens.Zone(call) is null && TimeTokens.Format(call) is { } format
            && TimeTokens.Writes(format, kind),
        _ => false,
    };

    // A cast of what it is a cast to, of one value, changes nothing.
    private static bool Changes(Expression expression, ValueShape shape) => expression switch
    {
        CurrentValue { Path.Length: 0 } => false,
        FunctionCall { Function: "string" or "integer" or "decimal" or "float" or "boolean" } call
            when call.Arguments[call.Arguments.Count - 1] is CurrentValue { Path.Length: 0 } =>
            ShapeRules.Of(new FunctionCall(call.Function, EquatableArray.Of<Expression>(new CurrentValue(""))), shape)
                != shape,
        _ => true,
    };

    // Whatever there is can be written as text, and a day is the beginning of one.
    private static bool IsSure(MemberType? fit, ValueShape result) => fit is null
        || (!result.MayBeList && fit.Kind switch
        {
            ValueKind.Text => (result.Single & Kinds.Object) == Kinds.None,
            ValueKind.Date or ValueKind.Instant => (result.Single & ~Kinds.Time) == Kinds.None,
            _ => false,
        });

    private static bool IsSure(Expression expression) => expression switch
    {
        FunctionCall call => Sure.Contains(call.Function) && call.Arguments.All(IsSure),
        _ => true,
    };
}
