using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Finds rows both of whose ends hold keys of other records.</summary>
internal static class ReferenceBinder
{
    /// <summary>Whose keys stand on either side; null where the values are no references on both.</summary>
    public static BoundReference? Bind(
        SideName side, BoundPath target, IReadOnlyList<BoundPath> sources)
    {
        if (target.Leaf.Reference is not { } to || sources[0].Leaf.Reference is not { } from
            || !sources.Append(target).All(IsKey)
            || sources.Any(source => source.Leaf.Reference != from || source.Leaf.Type != sources[0].Leaf.Type))
            return null;

        return side == SideName.Left ? new(to, from) : new(from, to);
    }

    private static bool IsKey(BoundPath path) =>
        !path.IsList && path.Leaf.Type.Kind is ValueKind.Text or ValueKind.Guid or ValueKind.Integer;
}
