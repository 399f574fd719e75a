using Sluice.Specification.Problems;
using Sluice.Specification.Reading;

namespace Sluice.Host.Checking;

/// <summary>Prints problems the way compilers do, so that editors can jump to them.</summary>
internal static class CheckText
{
    public static void Print(TextWriter output, IReadOnlyList<CheckedDocument> documents)
    {
        foreach (var document in documents.Where(document => document.Problems.Count > 0))
            Print(output, document);

        var problems = documents.SelectMany(document => document.Problems).ToList();
        output.WriteLine(
            $"{Count(documents.Count, "document")}, "
            + $"{Count(documents.Sum(document => document.Model.Flows.Count), "flow")}: "
            + $"{Count(problems.Count(problem => problem.Severity == Severity.Error), "error")}, "
            + $"{Count(problems.Count(problem => problem.Severity == Severity.Warning), "warning")}, "
            + $"{problems.Count(problem => problem.Severity == Severity.Information)} for information");
    }

    private static void Print(TextWriter output, CheckedDocument document)
    {
        var lines = DocumentReader.LinesOf(document.Text);
        foreach (var problem in document.Problems)
        {
            var span = problem.Span;
            var severity = CheckJson.Name(problem.Severity);
            output.WriteLine(
                $"{document.Path}({span.Line},{span.Column}): {severity} {problem.Code}: {problem.Message}");
            if (span.Line > lines.Count)
                continue;

            var (line, marks) = SourceLine.Show(lines[span.Line - 1], span.Column, span.Length);
            output.WriteLine("    " + line);
            output.WriteLine("    " + marks);
        }
    }

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
