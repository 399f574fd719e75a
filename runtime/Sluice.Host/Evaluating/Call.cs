using Sluice.Specification.DataTypes;

namespace Sluice.Host.Evaluating;

/// <summary>One call of an expression with the value it is evaluated for.</summary>
internal readonly struct Call(FunctionCall call, Evaluator evaluator, FieldValue current)
{
    private readonly FunctionCall _call = call;
    private readonly Evaluator _evaluator = evaluator;
    private readonly FieldValue _current = current;

    private int Count => _call.Arguments.Count;

    private FieldValue Last => Value(Count - 1);

    public FieldValue Run() => _call.Function switch
    {
        "string" => Cast.String(Last),
        "integer" => Cast.Integer(Last, Default()),
        "decimal" => Cast.Decimal(Last, Default()),
        "float" => Cast.Float(Last, Default()),
        "boolean" => Cast.Boolean(Last, Default()),
        "uri" => Cast.Uri(Last),
        "bytes" => Cast.Bytes(Last),
        "abs" => Numbers.Abs(Last),
        "list" => Lists.Of([.. Values()]),
        "first" => Lists.First(Last),
        "slice" => Lists.Slice(Place(0), Count > 2 ? Place(1) : null, Count > 3 ? Place(2) : 1, Last),
        "if-null" => Lists.IfNull(Value(0), Value(1)),
        "if" => Condition.IsTrue(Value(0)) ? Value(1) : Count > 2 ? Value(2) : FieldValue.Null,
        "dict" => Object(),
        "join" => Texts.Join(Text(0), Last),
        "split" => Texts.Split(Count > 1 ? Text(0) : null, Last),
        "replace" when Count == 2 => Texts.Replace(Value(0), Last),
        "replace" => Texts.Replace(Text(0), Text(1), Last),
        "datetime-format" => Times.Format(Count > 2 ? Text(0) : null, Text(Count - 2), Last),
        "datetime-parse" => Times.Parse(Count > 2 ? Text(0) : null, Text(Count - 2), Last),
        "datetime-diff" => Times.Difference(Text(0), Value(1), Value(2)),
        "now" => _evaluator.Now(),
        _ => FieldValue.Of(Holds()),
    };

    private bool Holds() => _call.Function switch
    {
        "is-decimal" => Condition.IsDecimal(Last),
        "is-boolean" => Condition.IsBoolean(Last),
        "is-empty" => Condition.IsEmpty(Last),
        "is-null" => Condition.IsNull(Last),
        "eq" => Condition.AreEqual(Value(0), Value(1)),
        "neq" => !Condition.AreEqual(Value(0), Value(1)),
        "gt" => Condition.IsGreater(Value(0), Value(1)),
        "matches" => Condition.Matches(Text(0), Last),
        "and" => Values().All(Condition.IsTrue),
        "or" => Values().Any(Condition.IsTrue),
        _ => throw new InvalidOperationException($"No evaluation is known for '{_call.Function}'."),
    };

    private FieldValue Value(int argument) => _evaluator.Evaluate(_call.Arguments[argument], _current);

    private IEnumerable<FieldValue> Values()
    {
        var (evaluator, current) = (_evaluator, _current);
        return _call.Arguments.Select(argument => evaluator.Evaluate(argument, current));
    }

    // A separator or a pattern is text, also where it starts like a URI: generated code has it as it is written.
    private string? Text(int argument) => _call.Arguments[argument] is Literal { Kind: LiteralKind.Text } literal
        ? literal.Text
        : Lists.First(Value(argument)).Text;

    private long? Place(int argument) => Lists.Place(Value(argument));

    private Func<FieldValue, FieldValue>? Default()
    {
        if (Count < 2)
            return null;

        var (evaluator, otherwise) = (_evaluator, _call.Arguments[0]);
        return bad => evaluator.Evaluate(otherwise, bad);
    }

    private FieldValue Object() => FieldValue.OfMembers(
        Values().Chunk(2).Select(pair => KeyValuePair.Create(pair[0].Text ?? "", pair[1])));
}
