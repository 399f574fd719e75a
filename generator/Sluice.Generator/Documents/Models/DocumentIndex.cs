using System.Collections.Immutable;
using Sluice.Specification;
using Sluice.Specification.Documents;

namespace Sluice.Generator.Documents.Models;

/// <summary>All documents, to find one by the systems it joins.</summary>
/// <param name="Documents">The documents, in the order of their systems.</param>
internal sealed record DocumentIndex(EquatableArray<Document> Documents)
{
    /// <summary>An index of some documents.</summary>
    public static DocumentIndex Of(ImmutableArray<ParsedDocument> documents) => new(
        documents.Select(document => document.Reading.Document)
            .OrderBy(Key, StringComparer.Ordinal)
            .ThenBy(document => document.FileName, StringComparer.Ordinal)
            .ToEquatableArray());

    /// <summary>A document with its reverse.</summary>
    public JoinedDocument Join(ParsedDocument document)
    {
        var one = document.Reading.Document;
        return new(document.Path, document.Reading, Find(Key(one.TargetSlug, one.SourceSlug)));
    }

    private Document? Find(string key)
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

    private static string Key(Document document) => Key(document.SourceSlug, document.TargetSlug);

    private static string Key(string source, string target) => source + "-" + target;
}
