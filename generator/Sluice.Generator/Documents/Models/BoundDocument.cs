using Sluice.Specification;
using Sluice.Specification.Binding;
using Sluice.Specification.Problems;

namespace Sluice.Generator.Documents.Models;

/// <summary>What a document means.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Pairings">The pairings it emits.</param>
/// <param name="Open">What it needs of entities that no contract answers to.</param>
/// <param name="Problems">What is wrong in it, in the order of its text.</param>
internal sealed record BoundDocument(
    string Path, EquatableArray<BoundPairing> Pairings, EquatableArray<OpenContract> Open,
    EquatableArray<Problem> Problems);
