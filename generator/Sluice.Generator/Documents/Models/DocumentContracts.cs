using Sluice.Specification;
using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Models;

/// <summary>What a document needs of entities that no contract answers to.</summary>
/// <param name="Path">Where the document is.</param>
/// <param name="Contracts">The contracts, with the paths that stand in this document.</param>
internal sealed record DocumentContracts(string Path, EquatableArray<OpenContract> Contracts);
