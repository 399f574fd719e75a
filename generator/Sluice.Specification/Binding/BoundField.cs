using Sluice.Specification.DataTypes;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>One target member with all that feeds it.</summary>
/// <param name="Name">The target path, as the document writes it first.</param>
/// <param name="Identifier">A C# name for it, unique within the pairing without regard to case.</param>
/// <param name="Target">The side that the row writes; the other side's paths are in order of preference.</param>
/// <param name="Left">The left members, each once.</param>
/// <param name="Right">The right members, each once.</param>
/// <param name="Canonical">The form in which values are compared.</param>
/// <param name="Expression">What the data type says; null where values pass through unchanged.</param>
/// <param name="Lines">The rows' lines, from 1.</param>
/// <param name="IsReverse">Whether the lines are those of the reverse document.</param>
public sealed record BoundField(
    string Name,
    string Identifier,
    SideName Target,
    EquatableArray<BoundPath> Left,
    EquatableArray<BoundPath> Right,
    CanonicalKind Canonical,
    Expression? Expression,
    EquatableArray<int> Lines,
    bool IsReverse)
{
    /// <summary>Whether the field opens an account on the left.</summary>
    public bool IsCredentialOnLeft => Left.Any(path => path.Leaf.IsCredential);

    /// <summary>Whether the field opens an account on the right.</summary>
    public bool IsCredentialOnRight => Right.Any(path => path.Leaf.IsCredential);

    /// <summary>Whether an edit of the target can flow back: some source path can be written.</summary>
    public bool IsTwoWay =>
        Paths(Target == SideName.Left ? SideName.Right : SideName.Left).Any(path => path.IsWritable);

    /// <summary>The paths of one side.</summary>
    public EquatableArray<BoundPath> Paths(SideName side) => side == SideName.Left ? Left : Right;
}
