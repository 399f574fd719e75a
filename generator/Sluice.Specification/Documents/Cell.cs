using Sluice.Specification.Problems;

namespace Sluice.Specification.Documents;

/// <summary>A piece of a document: its text as written, without white space around it, and where it stands.</summary>
/// <param name="Text">The text.</param>
/// <param name="Span">Where it stands.</param>
public readonly record struct Cell(string Text, DocumentSpan Span);
