using System.Collections.Immutable;
using System.Globalization;
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
        var first = Find(contract.TypeName.ToLowerInvariant()).First(need => Is(need, contract));
        if (first.Path != path)
            return new(contract with { Paths = default }, IsEmitted: false, "");

        var alike = Find(contract.TypeName.ToLowerInvariant()).ToList();
        var same = alike.Where(need => Is(need, contract));
        var twins = alike.Select(need => need.Contract.TypeName).Distinct().ToList();
        var place = twins.IndexOf(contract.TypeName);
        return new(
            contract with
            {
                Paths = same.SelectMany(need => need.Contract.Paths)
                    .Distinct()
                    .OrderBy(one => one, StringComparer.Ordinal)
                    .ToEquatableArray(),
            },
            IsEmitted: true,
            place == 0 ? "" : "." + (place + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static bool Is(ContractNeed need, OpenContract contract) => need.Contract.TypeName == contract.TypeName;

    private IEnumerable<ContractNeed> Find(string folded)
    {
        var (low, high) = (0, Needs.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (string.CompareOrdinal(Needs[middle].Folded, folded) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < Needs.Count && Needs[low].Folded == folded; low++)
            yield return Needs[low];
    }
}
