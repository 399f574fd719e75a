using Sluice.RandomDocuments.Meant;
using Sluice.Specification.Documents;

namespace Sluice.Specification.Tests;

/// <summary>Puts what was read into the form of what was meant.</summary>
internal static class Told
{
    public static MeantDocument Of(ReadingResult reading) => new(
        reading.Document.FileName,
        reading.Document.SourceLabel,
        reading.Document.TargetLabel,
        reading.Document.Generated?.Replace(' ', 'T') ?? "",
        [.. reading.Document.Flows.Select(Of)],
        [.. reading.Problems.Select(problem => new MeantProblem(problem.Span.Line, problem.Code))
            .OrderBy(one => one.Line).ThenBy(one => one.Code, StringComparer.Ordinal)]);

    private static MeantFlow Of(Flow flow) => new(
        flow.Line,
        flow.SourceSystem,
        flow.Source.Text,
        flow.TargetSystem,
        flow.Target.Text,
        flow.Creation switch
        {
            CreationKind.Always => "always",
            CreationKind.Conditional => "conditional",
            CreationKind.FreeForm => "free-form",
            _ => "link-required",
        },
        flow.Condition,
        flow.IfMatching,
        [.. flow.ConnectedTo],
        flow.ConnectedInto,
        [.. flow.MatchRules.Select(rule => new MeantRule(rule.Line, rule.Source.Text, rule.Target.Text))],
        [.. flow.Fields.Select(Of)]);

    private static MeantField Of(Field field) => new(
        field.Line,
        field.Source.Text,
        field.Target.Text,
        field.Type.Text,
        field.Expression?.ToString(),
        [.. field.SourceDependsOn.Select(one => new MeantDependency(one.Value, one.Path))],
        [.. field.TargetDependsOn.Select(one => new MeantDependency(one.Value, one.Path))]);
}
