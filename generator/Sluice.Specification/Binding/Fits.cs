using Sluice.Specification.Schemas;
using Sluice.Specification.Typing;

namespace Sluice.Specification.Binding;

/// <summary>Says which values members can hold.</summary>
internal static class Fits
{
    private const string Single = "float";

    private static readonly string[] Widths = ["sbyte", "byte", "short", "ushort", "int", "uint", "long"];

    /// <summary>Whether some values can be brought into a member's form.</summary>
    public static bool Possible(ValueShape shape, BoundPath target) => (shape.All & Taken(target)) != Kinds.None;

    /// <summary>What values have to fit; null where all of them do.</summary>
    /// <param name="shape">What they are.</param>
    /// <param name="from">The members that they are of, where they come as they are; else none.</param>
    /// <param name="target">Where they go.</param>
    public static MemberType? Needed(ValueShape shape, IReadOnlyList<BoundPath> from, BoundPath target)
    {
        var exact = target.ValueType.Kind.ToKinds();
        var isOne = target.Leaf.Type.Kind != ValueKind.List;
        var isExact = shape == (isOne ? ValueShape.One(exact) : new(Kinds.None, exact));
        if (target.IsOpen)
            return null;

        return isExact && target.ValueType.Kind switch
        {
            ValueKind.Integer => from.Count > 0 && from.All(path => Width(path) <= Width(target)),
            ValueKind.Decimal => from.Count > 0,
            ValueKind.Guid => from.Count > 0 && from.All(path => path.ValueType.Kind == ValueKind.Guid),
            ValueKind.Float when target.ValueType.TypeName == Single =>
                from.Count > 0 && from.All(path => path.ValueType.TypeName == Single),
            _ => true,
        }
            ? null
            : target.Leaf.Type;
    }

    private static int Width(BoundPath path) => Array.IndexOf(Widths, path.ValueType.TypeName);

    private static Kinds Taken(BoundPath target) => target.ValueType.Kind switch
    {
        ValueKind.Text => Kinds.Any & ~Kinds.Object,
        ValueKind.Guid => Kinds.Text,
        ValueKind.Boolean => Kinds.Boolean,
        ValueKind.Integer or ValueKind.Float or ValueKind.Decimal => Kinds.Number,
        ValueKind.Date or ValueKind.Instant => Kinds.Time | Kinds.Text,
        ValueKind.Any => Kinds.Any,
        _ => Kinds.None,
    };
}
