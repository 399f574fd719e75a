using Sluice.Specification.Documents;

namespace Sluice.Specification.Binding;

/// <summary>All documents of a project, to find one by the systems it joins.</summary>
/// <param name="Documents">The documents, in the order of their systems, file names and paths.</param>
public sealed record DocumentIndex(EquatableArray<PlacedDocument> Documents)
{
    /// <summary>An index of some documents, in whatever order.</summary>
    public static DocumentIndex Of(IEnumerable<PlacedDocument> documents) => new(
        documents
            .OrderBy(Key, StringComparer.Ordinal)
            .ThenBy(one => one.Document.FileName, StringComparer.Ordinal)
            .ThenBy(one => one.Path, StringComparer.Ordinal)
            .ToEquatableArray());

    /// <summary>
    /// The document that describes the same systems from the other side; null where there is none. A second document
    /// between the same systems has none: it is nobody's reverse either, so what it says would be left to a document
    /// that does not hear of it.
    /// </summary>
    /// <param name="path">Where the document is.</param>
    /// <param name="document">A document of the index.</param>
    public Document? Reverse(string path, Document document) =>
        Find(document.SourceSlug, document.TargetSlug)?.Path == path
            ? Find(document.TargetSlug, document.SourceSlug)?.Document
            : null;

    private PlacedDocument? Find(string source, string target) =>
        EqualRange.Of(Documents, Key, Key(source, target)).FirstOrDefault();

    private static string Key(PlacedDocument one) => Key(one.Document.SourceSlug, one.Document.TargetSlug);

    // A slug may hold hyphens, but no blanks.
    private static string Key(string source, string target) => source + " " + target;
}
