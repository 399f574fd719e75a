namespace Sluice.Specification.Binding;

/// <summary>Two entities that stay in step, with everything that emission needs.</summary>
/// <param name="Name">The name in commands, reports and the store: <c>keap-companies/youtrack-groups</c>.</param>
/// <param name="Document">The file name of the document that emits it, into which its lines point.</param>
/// <param name="Line">The line of the section's heading, from 1.</param>
/// <param name="NamespaceSuffix">The last part of the class's namespace: <c>KeapYouTrack</c>.</param>
/// <param name="ClassName">
/// The class's name, unique within the namespace without regard to case: <c>CompaniesGroups</c>.
/// </param>
/// <param name="Source">The source of the flow; left where there are flows in both directions.</param>
/// <param name="Left">The end that sorts first.</param>
/// <param name="Right">The end that sorts last.</param>
/// <param name="Rules">Match rules that bound, in document order.</param>
/// <param name="Fields">Fields that bound, in document order.</param>
public sealed record BoundPairing(
    string Name,
    string Document,
    int Line,
    string NamespaceSuffix,
    string ClassName,
    SideName Source,
    BoundSide Left,
    BoundSide Right,
    EquatableArray<BoundRule> Rules,
    EquatableArray<BoundField> Fields)
{
    /// <summary>Whether there are flows in both directions.</summary>
    public bool HasBothFlows { get; init; }

    /// <summary>One end.</summary>
    public BoundSide this[SideName side] => side == SideName.Left ? Left : Right;
}
