using System.Collections.Immutable;
using Sluice.Specification;
using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Models;

/// <summary>The pairings of all documents, by name.</summary>
/// <param name="HasDocuments">Whether the project has documents, which may describe no pairing.</param>
/// <param name="Classes">The pairings' classes, behind the root namespace, in ordinal order.</param>
/// <param name="Open">
/// The entities that no contract answers to, without their paths, in the order of their types.
/// </param>
internal sealed record CatalogueModel(
    bool HasDocuments, EquatableArray<string> Classes, EquatableArray<OpenContract> Open)
{
    /// <summary>The catalogue of some documents.</summary>
    public static CatalogueModel Of(ImmutableArray<CatalogueEntries> documents) => new(
        !documents.IsEmpty,
        documents.SelectMany(document => document.Classes)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray(),
        documents.SelectMany(document => document.Open)
            .GroupBy(contract => contract.TypeName, StringComparer.Ordinal)
            .Select(same => same.First())
            .OrderBy(contract => contract.TypeName, StringComparer.Ordinal)
            .ToEquatableArray());
}
