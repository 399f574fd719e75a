namespace Sluice.Specification.Problems;

/// <summary>
/// A kind of problem. Its code keeps its meaning for good, and has a page under <c>spec/diagnostics</c>.
/// </summary>
/// <param name="Code"><c>SLU001</c> and up; <c>SLU1xx</c> belongs to REST clients.</param>
/// <param name="Title">The problem in a few words.</param>
/// <param name="Severity">The severity where nobody configured another.</param>
public sealed record Rule(string Code, string Title, Severity Severity)
{
    internal Problem At(DocumentSpan span, string message) => new(Code, Severity, span, message);
}
