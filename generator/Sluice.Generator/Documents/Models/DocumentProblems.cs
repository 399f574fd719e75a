using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Sluice.Specification;
using Sluice.Specification.Problems;

namespace Sluice.Generator.Documents.Models;

/// <summary>What is wrong in a document.</summary>
/// <param name="Path">Where the document is.</param>
/// <param name="Problems">What is wrong, in the order of its text.</param>
internal sealed record DocumentProblems(string Path, EquatableArray<Problem> Problems)
{
    private const string Category = "Sluice.Documents";

    /// <summary>The problems as the compiler reports them.</summary>
    public IEnumerable<Diagnostic> ToDiagnostics() => Problems.Select(ToDiagnostic);

    // A file that is no source of the compilation is shown by line and column; its text span is not looked at.
    private Diagnostic ToDiagnostic(Problem problem)
    {
        var rule = Rules.All.First(one => one.Code == problem.Code);
        var start = new LinePosition(problem.Span.Line - 1, problem.Span.Column - 1);
        var end = new LinePosition(start.Line, start.Character + problem.Span.Length);
        var severity = Severity(rule.Severity);
        return Diagnostic.Create(
            rule.Code,
            Category,
            problem.Message,
            severity,
            severity,
            isEnabledByDefault: true,
            warningLevel: severity == DiagnosticSeverity.Error ? 0 : 1,
            rule.Title,
            location: Location.Create(Path, default, new LinePositionSpan(start, end)));
    }

    private static DiagnosticSeverity Severity(Severity severity) => severity switch
    {
        Specification.Problems.Severity.Error => DiagnosticSeverity.Error,
        Specification.Problems.Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
