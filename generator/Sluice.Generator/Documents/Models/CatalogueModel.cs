using System.Collections.Immutable;
using Sluice.Specification;

namespace Sluice.Generator.Documents.Models;

/// <summary>The pairings of all documents, by name.</summary>
/// <param name="HasDocuments">Whether the project has documents, which may describe no pairing.</param>
/// <param name="Classes">The pairings' classes, behind the root namespace, in ordinal order.</param>
internal sealed record CatalogueModel(bool HasDocuments, EquatableArray<string> Classes)
{
    /// <summary>The catalogue of some documents.</summary>
    public static CatalogueModel Of(ImmutableArray<BoundDocument> documents) => new(
        !documents.IsEmpty,
        documents.SelectMany(document => document.Pairings)
            .Select(pairing => pairing.NamespaceSuffix + "." + pairing.ClassName)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray());
}
