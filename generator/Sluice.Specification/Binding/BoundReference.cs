using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Whose keys a field holds.</summary>
/// <param name="Left">Those on the left.</param>
/// <param name="Right">Those on the right.</param>
public sealed record BoundReference(ReferenceSchema Left, ReferenceSchema Right)
{
    /// <summary>Whether a flow keeps the records in step that are referred to.</summary>
    internal bool IsOf(ResolvedFlow flow)
    {
        var (one, other) = (Name(flow.Left), Name(flow.Right));
        return (one == Left && other == Right) || (one == Right && other == Left);
    }

    private static ReferenceSchema Name(End end) => new(end.System, end.Entity.Name);
}
