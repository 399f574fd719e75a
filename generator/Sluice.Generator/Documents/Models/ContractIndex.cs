using System.Collections.Immutable;
using Sluice.Specification;
using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Models;

/// <summary>What all documents need of entities that no contract answers to, to find who else names one.</summary>
/// <param name="Needs">The needs, in the order of their contracts' names without letter case.</param>
internal sealed record ContractIndex(EquatableArray<ContractNeed> Needs)
{
    /// <summary>An index of some documents.</summary>
    public static ContractIndex Of(ImmutableArray<DocumentContracts> documents) => new(
        documents
            .SelectMany(document => document.Contracts.Select(contract =>
                new ContractNeed(contract.TypeName.ToLowerInvariant(), contract, document.Path)))
            .OrderBy(need => need.Folded, StringComparer.Ordinal)
            .ThenBy(need => need.Contract.TypeName, StringComparer.Ordinal)
            .ThenBy(need => need.Path, StringComparer.Ordinal)
            .ToEquatableArray());

    /// <summary>
    /// The contracts that a document needs, with the paths of all that name them. A contract is emitted by that
    /// document whose path sorts first.
    /// </summary>
    public EquatableArray<JoinedContract> Join(DocumentContracts document) =>
        document.Contracts.Select(contract => Join(contract, document.Path)).ToEquatableArray();

    private JoinedContract Join(OpenContract contract, string path)
    {
        var alike = EqualRange.Of(Needs, need => need.Folded, contract.TypeName.ToLowerInvariant()).ToList();
        var same = alike.FindAll(need => need.Contract.TypeName == contract.TypeName);
        if (same[0].Path != path)
            return new(contract with { Paths = default }, IsEmitted: false, "");

        var twins = alike.Select(need => need.Contract.TypeName).Distinct().ToList();
        return new(
            contract with
            {
                Paths = same.SelectMany(need => need.Contract.Paths)
                    .Distinct()
                    .OrderBy(one => one, StringComparer.Ordinal)
                    .ToEquatableArray(),
            },
            IsEmitted: true,
            FileMark.Of(twins.IndexOf(contract.TypeName)));
    }
}
