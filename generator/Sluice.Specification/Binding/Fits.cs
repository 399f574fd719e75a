using Sluice.Specification.Schemas;
using Sluice.Specification.Typing;

namespace Sluice.Specification.Binding;

/// <summary>Says which values members can hold.</summary>
internal static class Fits
{
    private const string Single = "float";

    private static readonly Dictionary<string, (long Least, long Most)> Ranges = new(StringComparer.Ordinal)
    {
        ["sbyte"] = (sbyte.MinValue, sbyte.MaxValue),
        ["byte"] = (byte.MinValue, byte.MaxValue),
        ["short"] = (short.MinValue, short.MaxValue),
        ["ushort"] = (ushort.MinValue, ushort.MaxValue),
        ["int"] = (int.MinValue, int.MaxValue),
        ["uint"] = (uint.MinValue, uint.MaxValue),
        ["long"] = (long.MinValue, long.MaxValue),
    };

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
            ValueKind.Integer => from.Count > 0 && from.All(path => Holds(target, path)),
            ValueKind.Decimal => from.Count > 0,
            ValueKind.Guid => from.Count > 0 && from.All(path => path.ValueType.Kind == ValueKind.Guid),
            ValueKind.Float when target.ValueType.TypeName == Single =>
                from.Count > 0 && from.All(path => path.ValueType.TypeName == Single),
            _ => true,
        }
            ? null
            : target.Leaf.Type;
    }

    // A number with a sign is in no unsigned type, however wide that is.
    private static bool Holds(BoundPath target, BoundPath source) =>
        Ranges.TryGetValue(target.ValueType.TypeName, out var held)
        && Ranges.TryGetValue(source.ValueType.TypeName, out var given)
        && held.Least <= given.Least && given.Most <= held.Most;

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
