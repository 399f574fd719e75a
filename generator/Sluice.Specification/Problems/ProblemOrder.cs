namespace Sluice.Specification.Problems;

internal static class ProblemOrder
{
    public static EquatableArray<Problem> InTextOrder(this IEnumerable<Problem> problems) => problems
        .Distinct()
        .OrderBy(problem => problem.Span.Line)
        .ThenBy(problem => problem.Span.Column)
        .ThenBy(problem => problem.Code, StringComparer.Ordinal)
        .ToEquatableArray();
}
