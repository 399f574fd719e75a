using Microsoft.CodeAnalysis;
using Sluice.Generator.Documents.Models;
using Sluice.Generator.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Sluice.Generator.Tests.Scale;

/// <summary>What a run did, step by step.</summary>
internal static class StepCounts
{
    /// <summary>The files whose documents a step made something of that was not there before.</summary>
    public static IReadOnlyList<string> Anew(this Generation generation, string step) =>
    [
        .. generation.Outputs(step).Where(one => one.Reason is New or Modified).Select(one => File(one.Value))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The files that a step wrote.</summary>
    public static IReadOnlyList<GeneratedFile> Written(this Generation generation, string step) =>
    [
        .. generation.Outputs(step).Where(one => one.Reason is New or Modified)
            .Select(one => (GeneratedFile)one.Value),
    ];

    /// <summary>How many outputs of a step are what they were.</summary>
    public static int Kept(this Generation generation, string step) =>
        generation.Outputs(step).Count(one => one.Reason is Cached or Unchanged);

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(
        this Generation generation, string step) =>
        generation.Result.TrackedSteps.GetValueOrDefault(step, []).SelectMany(run => run.Outputs);

    private static string File(object value) => Path.GetFileName(value switch
    {
        SourceDocument one => one.Path,
        ParsedDocument one => one.Path,
        JoinedDocument one => one.Path,
        BoundDocument one => one.Path,
        NamedDocument one => one.Path,
        DocumentProblems one => one.Path,
        _ => throw new ArgumentException($"A {value.GetType()} is of no document.", nameof(value)),
    });
}
