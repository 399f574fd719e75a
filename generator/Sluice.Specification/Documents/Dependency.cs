using Sluice.Specification.Problems;

namespace Sluice.Specification.Documents;

/// <summary>
/// A suffix of a path, <c>Dependant on having VALUE in PATH</c>: the value counts only where that holds.
/// </summary>
/// <param name="Value">What must be there; blank where the document is damaged.</param>
/// <param name="Path">Where it must be; blank where the document is damaged.</param>
/// <param name="Span">Where the suffix stands.</param>
public sealed record Dependency(string Value, string Path, DocumentSpan Span);
