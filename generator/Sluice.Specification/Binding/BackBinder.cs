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
            : source.Leaf.Type.Kind == Schemas.ValueKind.List ? OfList(source)
            : source.IsOpen ? OfOpen(expression)
            : Inverse.Of(expression, source.ValueType);
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

    private BoundPath OneWay(BoundPath source, BackFault fault)
    {
        _faults[source.Identity] = fault;
        return source with { IsOneWay = true };
    }

    private bool IsOneOf(BoundPath source) => source.Leaf.Type.Kind == Schemas.ValueKind.List
        && target.Leaf.Type.Kind != Schemas.ValueKind.List;

    // The day of a point in time does not tell its time; only a person can say that it may be lost.
    private bool LosesTime(BoundPath source, int mirror) => mirror < 0
        && source.ValueType.Kind == Schemas.ValueKind.Instant && target.ValueType.Kind == Schemas.ValueKind.Date;

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

    // Casts go through lists element by element, and so do their inverses.
    private Expression? OfList(BoundPath source) =>
        target.Leaf.Type.Kind == Schemas.ValueKind.List ? Inverse.Of(expression!, source.ValueType) : null;
}
