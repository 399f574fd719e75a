using Sluice.Specification.Problems;

namespace Sluice.Specification.Documents;

/// <summary>One section of a document: source entity → target entity.</summary>
/// <param name="Heading">The whole heading.</param>
/// <param name="SourceSystem">The source system's label as this section writes it.</param>
/// <param name="Source">The source entity, and where the heading names it.</param>
/// <param name="TargetSystem">The target system's label as this section writes it, which can be blank.</param>
/// <param name="Target">The target entity, and where the heading names it.</param>
/// <param name="Creation">
/// What the creation clause says; <see cref="CreationKind.LinkRequired"/>, which creates nothing, where it is missing
/// or
/// unreadable.
/// </param>
/// <param name="CreationSpan">The creation sentence; the heading where it is missing.</param>
/// <param name="Condition">The prose of a free-form clause.</param>
/// <param name="IfMatching">Whether the section says that a match comes before a creation.</param>
/// <param name="ConnectedTo">The names of a conditional clause's list, as written.</param>
/// <param name="ConnectedInto">The system label of a conditional clause.</param>
/// <param name="MatchRules">Every row of the merge table, in order.</param>
/// <param name="Fields">Every row of the property table, in order.</param>
public sealed record Flow(
    DocumentSpan Heading,
    string SourceSystem,
    Cell Source,
    string TargetSystem,
    Cell Target,
    CreationKind Creation,
    DocumentSpan CreationSpan,
    string? Condition,
    bool IfMatching,
    EquatableArray<string> ConnectedTo,
    string? ConnectedInto,
    EquatableArray<MatchRule> MatchRules,
    EquatableArray<Field> Fields)
{
    /// <summary>A conditional clause's list, with the label in front, and where it stands.</summary>
    public Cell? ConnectedList { get; init; }

    /// <summary>The heading's line, from 1.</summary>
    public int Line => Heading.Line;
}
