using Sluice.Specification.DataTypes;

namespace Sluice.Host.Evaluating;

/// <summary>
/// Walks an expression over the functions that generated code calls. A tool to try expressions with: at run time
/// nothing is interpreted.
/// </summary>
internal sealed class Evaluator(TimeProvider clock)
{
    public FieldValue Evaluate(Expression expression, FieldValue current) => expression switch
    {
        CurrentValue { Path.Length: 0 } => current,
        CurrentValue property => Objects.Get(current, property.Path),
        Literal literal => Constant(literal),
        ObjectLiteral literal => FieldValue.OfMembers(
            literal.Members.Select(member => KeyValuePair.Create(member.Name, Evaluate(member.Value, current)))),
        FunctionCall call => new Call(call, this, current).Run(),
        _ => throw new InvalidOperationException($"No evaluation is known for {expression.GetType().Name}."),
    };

    public FieldValue Now() => Times.Now(clock);

    private static FieldValue Constant(Literal literal) => literal.Kind switch
    {
        LiteralKind.Text => Literals.Text(literal.Text),
        LiteralKind.Number => Literals.Number(literal.Text),
        LiteralKind.Boolean => FieldValue.Of(literal.Text == "true"),
        _ => FieldValue.Null,
    };
}
