namespace Sluice;

/// <summary>One target path with all that feeds it.</summary>
/// <param name="Name">The target path, as the document writes it.</param>
/// <param name="Canonical">In which form two values are compared.</param>
/// <param name="Left">The paths on the left, in order of preference, as they are in the system's answers.</param>
/// <param name="Right">The paths on the right, likewise.</param>
/// <param name="Lines">The rows' lines in the document, from 1.</param>
public sealed record FieldDescriptor(
    string Name, Canonical Canonical, IReadOnlyList<string> Left, IReadOnlyList<string> Right, IReadOnlyList<int> Lines)
{
    /// <summary>The sides on which this field opens an account (<see cref="CredentialAttribute"/>).</summary>
    public IReadOnlyList<Side> Credential { get; init; } = [];

    /// <summary>
    /// The sides whose API leaves nulls out, so that a missing property means null (<see cref="OmitsNullsAttribute"/>).
    /// </summary>
    public IReadOnlyList<Side> OmitsNulls { get; init; } = [];

    /// <summary>The document that the lines point into; null where it is the pairing's.</summary>
    public string? Document { get; init; }

    /// <summary>The paths of one side.</summary>
    public IReadOnlyList<string> Paths(Side side) => side == Side.Left ? Left : Right;
}
