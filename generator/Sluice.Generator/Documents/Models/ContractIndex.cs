using System.Collections.Immutable;
using Sluice.Specification;
using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Models;

/// <summary>The open contracts that several documents name, or whose names differ in letter case only.</summary>
/// <remarks>
/// What one document alone names is not in it, and of others only what is made of all documents together, so that it
/// stays equal under an edit that adds nothing to a contract which others name.
/// </remarks>
/// <param name="Contracts">The contracts, in the order of their types.</param>
internal sealed record ContractIndex(EquatableArray<SharedContract> Contracts)
{
    /// <summary>An index of some documents.</summary>
    public static ContractIndex Of(ImmutableArray<DocumentContracts> documents) => new(
        documents
            .SelectMany(document => document.Contracts.Select(contract => (document.Path, Contract: contract)))
            .GroupBy(need => need.Contract.TypeName, StringComparer.OrdinalIgnoreCase)
            .Where(alike => alike.Skip(1).Any())
            .SelectMany(Shared)
            .OrderBy(contract => contract.TypeName, StringComparer.Ordinal)
            .ToEquatableArray());

    /// <summary>
    /// The contracts that a document needs, with the paths of all that name them. A contract is emitted by that
    /// document whose path sorts first.
    /// </summary>
    public EquatableArray<JoinedContract> Join(DocumentContracts document) =>
        document.Contracts.Select(contract => Join(contract, document.Path)).ToEquatableArray();

    private JoinedContract Join(OpenContract contract, string path)
    {
        var shared = EqualRange.Of(Contracts, one => one.TypeName, contract.TypeName).FirstOrDefault();
        return shared is null ? new(contract, IsEmitted: true, "")
            : shared.Owner == path ? new(contract with { Paths = shared.Paths }, IsEmitted: true, shared.Mark)
            : new(contract with { Paths = default }, IsEmitted: false, "");
    }

    private static IEnumerable<SharedContract> Shared(IEnumerable<(string Path, OpenContract Contract)> alike) => alike
        .GroupBy(need => need.Contract.TypeName, StringComparer.Ordinal)
        .OrderBy(same => same.Key, StringComparer.Ordinal)
        .Select((same, before) => new SharedContract(
            same.Key,
            same.Select(need => need.Path).OrderBy(path => path, StringComparer.Ordinal).First(),
            FileMark.Of(before),
            same.SelectMany(need => need.Contract.Paths)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(path => path, StringComparer.Ordinal)
                .ToEquatableArray()));
}
