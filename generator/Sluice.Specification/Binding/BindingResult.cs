using Sluice.Specification.Problems;

namespace Sluice.Specification.Binding;

/// <summary>What a document means against the contracts.</summary>
/// <param name="Pairings">The pairings that this document emits, in the order of its sections.</param>
/// <param name="Problems">What is wrong in this document, in the order of its text.</param>
public sealed record BindingResult(EquatableArray<BoundPairing> Pairings, EquatableArray<Problem> Problems)
{
    /// <summary>What this document needs of entities without a contract, in the order of their types.</summary>
    public EquatableArray<OpenContract> Open { get; init; }
}
