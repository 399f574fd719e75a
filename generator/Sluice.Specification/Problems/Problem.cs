namespace Sluice.Specification.Problems;

/// <summary>Something wrong in a document, at one place. The rest of the document stands.</summary>
/// <param name="Code">The rule's code, <c>SLU004</c>; <see cref="Rules"/> lists them.</param>
/// <param name="Severity">The rule's default severity.</param>
/// <param name="Span">Where in the document.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record Problem(string Code, Severity Severity, DocumentSpan Span, string Message);
