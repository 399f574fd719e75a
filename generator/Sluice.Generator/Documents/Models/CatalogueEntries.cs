using Sluice.Specification;
using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Models;

/// <summary>What a document adds to the catalogue.</summary>
/// <remarks>It holds names only, so that the catalogue is not made again while documents change in all else.</remarks>
/// <param name="Classes">Its pairings' classes, behind the root namespace.</param>
/// <param name="Open">The entities that no contract answers to, without their paths.</param>
internal sealed record CatalogueEntries(EquatableArray<string> Classes, EquatableArray<OpenContract> Open)
{
    /// <summary>The entries of a document.</summary>
    public static CatalogueEntries Of(NamedDocument document) => new(
        document.Pairings.Select(one => one.Pairing.NamespaceSuffix + "." + one.Pairing.ClassName).ToEquatableArray(),
        document.Open.Select(contract => contract with { Paths = default }).ToEquatableArray());
}
