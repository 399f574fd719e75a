using Sluice.Specification.DataTypes;

namespace Sluice.Specification.Typing;

/// <summary>Says which kinds of values an expression can yield, of the kinds that go into it.</summary>
internal static class ShapeRules
{
    public static ValueShape Of(Expression expression, ValueShape current) => expression switch
    {
        CurrentValue { Path.Length: 0 } => current,
        CurrentValue => (current.All & Kinds.Object) != Kinds.None ? new(Kinds.Any, Kinds.Any) : default,
        Literal literal => ValueShape.One(Of(literal)),
        ObjectLiteral => ValueShape.One(Kinds.Object),
        FunctionCall call => Of(call, current),
        _ => default,
    };

    private static ValueShape Of(FunctionCall call, ValueShape current)
    {
        if (call.IsCondition && call.Function != "boolean")
            return ValueShape.One(Kinds.Boolean);

        var last = call.Arguments.Count == 0 ? default : Of(call.Arguments[call.Arguments.Count - 1], current);
        return call.Function switch
        {
            "string" => last.Become(Kinds.Any, Kinds.Text),
            "integer" => Cast(call, current, last, Kinds.Number, Kinds.Integer),
            "decimal" => Cast(call, current, last, Kinds.Number, Kinds.Decimal),
            "float" => Cast(call, current, last, Kinds.Number, Kinds.Float),
            "boolean" => Cast(call, current, last, Kinds.Boolean, Kinds.Boolean),
            "uri" => last.Become(Kinds.Text | Kinds.Uri, Kinds.Uri),
            "bytes" => last.Become(Kinds.Text | Kinds.Bytes, Kinds.Bytes),
            "abs" => new(last.Single & Kinds.Number, last.Elements & Kinds.Number),
            "first" => last.MayNest ? new(last.All, last.All) : ValueShape.One(last.All),
            "list" => new(Kinds.None, All(call, current))
            {
                MayNest = call.Arguments.Any(one => Of(one, current).MayBeList),
            },
            "slice" => new(Kinds.None, last.All) { MayNest = last.MayNest },
            "split" => new(Kinds.None, last.All & Kinds.Text),
            "join" => ValueShape.One(Kinds.Text),
            "replace" => last.Become(Kinds.Text, Kinds.Text),
            "if" => call.Arguments.Skip(1).Select(one => Of(one, current)).Aggregate((one, other) => one.Or(other)),
            "if-null" => Of(call.Arguments[0], current).Or(last),
            "datetime-format" => last.Become(Kinds.Time, Kinds.Text),
            "datetime-parse" => last.Become(Kinds.Text, Kinds.Instant),
            "datetime-diff" => Difference(call, current),
            "now" => ValueShape.One(Kinds.Instant),
            "dict" => ValueShape.One(Kinds.Object),
            _ => default,
        };
    }

    // What a cast cannot convert becomes what the default says.
    private static ValueShape Cast(FunctionCall call, ValueShape current, ValueShape value, Kinds exact, Kinds result)
    {
        var converted = value.Become(exact | Kinds.Text, result);
        if (call.Arguments.Count < 2 || (value.All & ~exact) == Kinds.None)
            return converted;

        var otherwise = Of(call.Arguments[0], ValueShape.One(value.All)).All;
        return new(
            value.Single == Kinds.None ? Kinds.None : converted.Single | otherwise,
            value.Elements == Kinds.None ? Kinds.None : converted.Elements | otherwise);
    }

    private static ValueShape Difference(FunctionCall call, ValueShape current) =>
        call.Arguments.Skip(1).All(one => (Of(one, current).All & Kinds.Time) != Kinds.None)
            ? ValueShape.One(Kinds.Integer)
            : default;

    private static Kinds All(FunctionCall call, ValueShape current) =>
        call.Arguments.Aggregate(Kinds.None, (kinds, one) => kinds | Of(one, current).All);

    private static Kinds Of(Literal literal) => literal.Kind switch
    {
        LiteralKind.Text => literal.Text.Length < 2 || literal.Text[0] != '~' ? Kinds.Text
            : literal.Text[1] == 'r' ? Kinds.Uri
            : literal.Text[1] == 't' ? Kinds.Instant
            : Kinds.Text,
        LiteralKind.Number => literal.Text.IndexOfAny(['.', 'e', 'E']) < 0 ? Kinds.Integer : Kinds.Float,
        LiteralKind.Boolean => Kinds.Boolean,
        _ => Kinds.None,
    };
}
