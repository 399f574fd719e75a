using System.Collections.Immutable;
using Sluice.Specification;
using Sluice.Specification.Documents;

namespace Sluice.Generator.Documents.Models;

/// <summary>All documents, to find one by the systems it joins.</summary>
/// <param name="Documents">The documents, in the order of their systems.</param>
internal sealed record DocumentIndex(EquatableArray<ParsedDocument> Documents)
{
    /// <summary>An index of some documents.</summary>
    public static DocumentIndex Of(ImmutableArray<ParsedDocument> documents) => new(
        documents
            .OrderBy(Key, StringComparer.Ordinal)
            .ThenBy(document => document.Reading.Document.FileName, StringComparer.Ordinal)
            .ThenBy(document => document.Path, StringComparer.Ordinal)
            .ToEquatableArray());

    /// <summary>
    /// A document with its reverse. A second document between the same systems has none: it is nobody's reverse either,
    /// so what it says would be left to a document that does not hear of it.
    /// </summary>
    public JoinedDocument Join(ParsedDocument document)
    {
        var one = document.Reading.Document;
        var isFirst = Find(Key(document))?.Path == document.Path;
        var reverse = isFirst ? Find(Key(one.TargetSlug, one.SourceSlug)) : null;
        return new(document.Path, document.Reading, reverse?.Reading.Document);
    }

    private ParsedDocument? Find(string key)
    {
        var (low, high) = (0, Documents.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (string.CompareOrdinal(Key(Documents[middle]), key) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Documents.Count && Key(Documents[low]) == key ? Documents[low] : null;
    }

    private static string Key(ParsedDocument document) =>
        Key(document.Reading.Document.SourceSlug, document.Reading.Document.TargetSlug);

    // A slug may hold hyphens, but no blanks.
    private static string Key(string source, string target) => source + " " + target;
}
