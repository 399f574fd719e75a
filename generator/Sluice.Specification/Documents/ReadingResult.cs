using Sluice.Specification.Problems;

namespace Sluice.Specification.Documents;

/// <summary>A document and what is wrong with it.</summary>
/// <param name="Document">What could be read, which is everything but the damaged places.</param>
/// <param name="Problems">What is wrong, in the order of the text.</param>
public sealed record ReadingResult(Document Document, EquatableArray<Problem> Problems);
