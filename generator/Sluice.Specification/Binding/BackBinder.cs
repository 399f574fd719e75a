using Sluice.Specification.DataTypes;
using Sluice.Specification.Typing;

namespace Sluice.Specification.Binding;

/// <summary>
/// Binds the way back from a target to its sources: what the reverse document says, else the inverse of the forward
/// rows where they have one. All sources that are written share one conversion.
/// </summary>
/// <param name="expression">What the forward rows say.</param>
/// <param name="mirrors">What the reverse document says of which source.</param>
/// <param name="target">The target.</param>
/// <param name="areKeys">Whether values are keys, which are translated and not converted.</param>
internal sealed class BackBinder(
    Expression? expression, List<(Expression? Expression, string Path)> mirrors, BoundPath target, bool areKeys)
{
    private readonly Dictionary<string, BackFault> _faults = new(StringComparer.Ordinal);
    private BoundPath? _first;

    /// <summary>The conversion; null where nothing can be taken back.</summary>
    public BoundConversion? Taken { get; private set; }

    /// <summary>The first source that values go back to; null where there is none.</summary>
    public BoundPath? First => _first;

    /// <summary>Why nothing takes values back to a source; null where something does.</summary>
    public BackFault? Fault(BoundPath source) =>
        _faults.TryGetValue(source.Identity, out var fault) ? fault : null;

    /// <summary>The source path, marked where nothing takes values back to it.</summary>
    public BoundPath Bind(BoundPath source)
    {
        if (!source.IsWritable)
            return source;

        if (areKeys)
        {
            Taken = BoundConversion.Nothing;
            return source;
        }

        var mirror = mirrors.FindIndex(one => one.Path == source.Identity);
        var back = mirror >= 0 ? mirrors[mirror].Expression ?? Unchanged
            : expression is null || (source.IsOpen && Casts(expression)) ? Unchanged
            : source.IsOpen ? OfOpen(expression)
            : Turned(expression, source) is { } inverse ? Held(inverse, source)
            : null;
        if (back is null)
            return OneWay(source, mirror < 0 && IsOneOf(source) ? BackFault.IsList : BackFault.NoInverse);
        if (LosesTime(source, mirror))
            return OneWay(source, BackFault.LosesTime);
        if (!Fits.Possible(ShapeRules.Of(back, Shapes.Of(target)), source))
            return OneWay(source, source.IsOpen ? BackFault.NoInverse : BackFault.Misfit);

        var conversion = ConversionBinder.Bind(back, [target], source);
        if (_first is null)
            (_first, Taken) = (source, conversion);

        return conversion == Taken && source.Leaf.Type == _first.Leaf.Type
            ? source
            : OneWay(source, BackFault.GoesOtherwise);
    }

    // A member may hold more than the expression yields. What is no such value is told where it is text; where it is a
    // number, the text that it came of could not be read again: "12.0" is no integer.
    private Expression? Held(Expression inverse, BoundPath source)
    {
        var yields = ShapeRules.Of(expression!, Shapes.Of(source)).All;
        return (target.ValueType.Kind.ToKinds(), yields) switch
        {
            (Kinds.Float or Kinds.Decimal, Kinds.Integer) when source.ValueType.Kind == Schemas.ValueKind.Text => null,
            (Kinds.Text, Kinds.Integer) => Inverse.Through("integer", inverse),
            (Kinds.Text, Kinds.Decimal) => Inverse.Through("decimal", inverse),
            (Kinds.Text, Kinds.Boolean) => Inverse.Through("boolean", inverse),
            _ => inverse,
        };
    }

    private BoundPath OneWay(BoundPath source, BackFault fault)
    {
        _faults[source.Identity] = fault;
        return source with { IsOneWay = true };
    }

    private bool IsOneOf(BoundPath source) => source.Leaf.Type.Kind == Schemas.ValueKind.List
        && target.Leaf.Type.Kind != Schemas.ValueKind.List;

    // The day of a point in time does not tell its time; only a person can say that it may be lost.
    private bool LosesTime(BoundPath source, int mirror) => mirror < 0
        && target.ValueType.Kind == Schemas.ValueKind.Date
        && (source.ValueType.Kind == Schemas.ValueKind.Instant
            || (expression is FunctionCall { Function: "datetime-parse" } call && TimeTokens.Format(call) is { } format
                && TimeTokens.HasAnyTime(format)));

    private static CurrentValue Unchanged { get; } = new(string.Empty);

    // Of what an open contract holds nothing is known, but that a text which was read in a format can be written so.
    private static Expression? OfOpen(Expression expression) => expression is FunctionCall { Function: "first" }
        ? null
        : Inverse.Of(expression, new(Schemas.ValueKind.Text, "string"));

    // Into an open contract a value goes back in the kind of the one that it replaces.
    private static bool Casts(Expression expression) => expression switch
    {
        CurrentValue { Path.Length: 0 } => true,
        FunctionCall { Function: "if", Arguments: { Count: 3 } arguments } =>
            Casts(arguments[1]) && Casts(arguments[2]),
        FunctionCall { Function: "if-null", Arguments: { Count: 2 } arguments } => arguments.All(Casts),
        FunctionCall { Function: "string" or "integer" or "decimal" or "float" or "boolean" } call =>
            call.Arguments.Count == 1 && Casts(call.Arguments[0]),
        _ => false,
    };

    // Casts go through lists element by element, and so do their inverses. What takes one element loses the others.
    private Expression? Turned(Expression forth, BoundPath source) =>
        source.Leaf.Type.Kind != Schemas.ValueKind.List ? Inverse.Of(forth, source.ValueType)
        : target.Leaf.Type.Kind == Schemas.ValueKind.List && InLists(forth) is { } inside
            ? Inverse.Of(inside, source.ValueType)
        : null;

    // A list of a list fits the member as that list does, so that nothing is made of it.
    private static Expression? InLists(Expression expression) => expression switch
    {
        FunctionCall { Function: "list", Arguments.Count: 1 } call => InLists(call.Arguments[0]),
        FunctionCall { Function: "list" or "first" } => null,
        FunctionCall call => call.Arguments.All(one => InLists(one) == one) ? call : null,
        _ => expression,
    };
}
