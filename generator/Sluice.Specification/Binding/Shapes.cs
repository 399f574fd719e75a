using Sluice.Specification.Typing;

namespace Sluice.Specification.Binding;

/// <summary>What paths give.</summary>
internal static class Shapes
{
    public static ValueShape Of(BoundPath path)
    {
        var kind = path.ValueType.Kind.ToKinds();
        return path.IsOpen ? new(kind, kind) : path.IsList ? new(Kinds.None, kind) : ValueShape.One(kind);
    }

    public static ValueShape Of(IEnumerable<BoundPath> paths) =>
        paths.Select(Of).Aggregate((one, other) => one.Or(other));
}
