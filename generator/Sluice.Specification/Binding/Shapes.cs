using Sluice.Specification.Typing;

namespace Sluice.Specification.Binding;

/// <summary>What paths give.</summary>
internal static class Shapes
{
    public static ValueShape Of(BoundPath path)
    {
        if (path.IsOpen)
            return new(Kinds.Json, Kinds.Json);

        var kind = path.ValueType.Kind.ToKinds();
        return path.IsList ? new(Kinds.None, kind) : ValueShape.One(kind);
    }

    public static ValueShape Of(IEnumerable<BoundPath> paths) =>
        paths.Select(Of).Aggregate((one, other) => one.Or(other));
}
