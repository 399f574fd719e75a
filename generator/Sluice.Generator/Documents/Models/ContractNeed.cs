using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Models;

/// <summary>What one document needs of one entity that no contract answers to.</summary>
/// <param name="Folded">The contract's name without letter case, by which needs are found.</param>
/// <param name="Contract">The contract, with the paths that stand in the document.</param>
/// <param name="Path">Where the document is.</param>
internal sealed record ContractNeed(string Folded, OpenContract Contract, string Path);
