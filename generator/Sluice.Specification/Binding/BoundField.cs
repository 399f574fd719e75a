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
    /// <summary>What becomes of a source value before it is the target's.</summary>
    public BoundConversion Forth { get; init; } = BoundConversion.Nothing;

    /// <summary>What becomes of a target value before it is a source's; null where nothing takes it back.</summary>
    public BoundConversion? Back { get; init; }

    /// <summary>The name of the method that converts source values.</summary>
    public string ForthName { get; init; } = "To" + Identifier;

    /// <summary>The name of the method that converts target values.</summary>
    public string BackName { get; init; } = "From" + Identifier;

    /// <summary>Whose keys the field holds; null where its values are no references.</summary>
    public BoundReference? References { get; init; }

    /// <summary>How finely points in time are kept by what the data type says; null where it does not matter.</summary>
    public string? Precision { get; init; }

    /// <summary>Whether the field opens an account on the left.</summary>
    public bool IsCredentialOnLeft => Left.Any(path => path.Leaf.IsCredential);

    /// <summary>Whether the field opens an account on the right.</summary>
    public bool IsCredentialOnRight => Right.Any(path => path.Leaf.IsCredential);

    /// <summary>The side that the row reads.</summary>
    public SideName Source => Target.Other();

    /// <summary>Whether an edit of the target can flow back: some source path can be written.</summary>
    public bool IsTwoWay => Back is not null && Paths(Source).Any(path => path.IsWritable);

    /// <summary>The paths of one side.</summary>
    public EquatableArray<BoundPath> Paths(SideName side) => side == SideName.Left ? Left : Right;
}
