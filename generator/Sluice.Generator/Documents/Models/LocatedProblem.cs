using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Sluice.Specification.Problems;

namespace Sluice.Generator.Documents.Models;

/// <summary>Something wrong in a document.</summary>
/// <param name="Path">Where the document is.</param>
/// <param name="Problem">What is wrong, and where in it.</param>
internal sealed record LocatedProblem(string Path, Problem Problem)
{
    private const string Category = "Sluice.Documents";

    /// <summary>The problem as the compiler reports it.</summary>
    /// <remarks>A file that is no source of the compilation is shown by line and column; its text span is not looked at.</remarks>
    public Diagnostic ToDiagnostic()
    {
        var rule = Rules.All.First(one => one.Code == Problem.Code);
        var start = new LinePosition(Problem.Span.Line - 1, Problem.Span.Column - 1);
        var end = new LinePosition(start.Line, start.Character + Problem.Span.Length);
        var severity = Severity(rule.Severity);
        return Diagnostic.Create(
            rule.Code,
            Category,
            Problem.Message,
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
