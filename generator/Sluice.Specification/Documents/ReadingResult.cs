using Sluice.Specification.Binding;
using Sluice.Specification.Problems;

namespace Sluice.Specification.Documents;

/// <summary>A document and what is wrong with it.</summary>
/// <param name="Document">What could be read, which is everything but the damaged places.</param>
/// <param name="Problems">What is wrong, in the order of the text.</param>
public sealed record ReadingResult(Document Document, EquatableArray<Problem> Problems)
{
    /// <summary>
    /// All that is wrong in the document, by itself and against the contracts, in the order of the text.
    /// </summary>
    /// <param name="bound">What the document means against the contracts.</param>
    public EquatableArray<Problem> ProblemsWith(BindingResult bound) =>
        bound.Problems.Count == 0 ? Problems : Problems.Concat(bound.Problems).InTextOrder();
}
