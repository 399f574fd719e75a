namespace Sluice.Specification.Problems;

/// <summary>The order in which problems are told.</summary>
public static class ProblemOrder
{
    /// <summary>Problems by line, column and code, each once.</summary>
    public static EquatableArray<Problem> InTextOrder(this IEnumerable<Problem> problems) => problems
        .Distinct()
        .OrderBy(problem => problem.Span.Line)
        .ThenBy(problem => problem.Span.Column)
        .ThenBy(problem => problem.Code, StringComparer.Ordinal)
        .ToEquatableArray();
}
