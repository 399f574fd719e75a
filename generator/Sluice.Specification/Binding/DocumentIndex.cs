using Sluice.Specification.Documents;

namespace Sluice.Specification.Binding;

/// <summary>The documents of a project that have a reverse, to find it.</summary>
/// <remarks>
/// Documents without one are not in it, so that it stays equal while they change, come or go: in a generator, whoever
/// is joined with an index is joined again with each that differs.
/// </remarks>
/// <param name="Documents">The documents, in the order of their systems.</param>
/// <param name="Doubled">Of those that were given several times the first, each.</param>
public sealed record DocumentIndex(EquatableArray<PlacedDocument> Documents, EquatableArray<PlacedDocument> Doubled)
{
    /// <summary>An index of some documents, in whatever order.</summary>
    public static DocumentIndex Of(IEnumerable<PlacedDocument> documents)
    {
        var all = documents.ToList();
        var firsts = new Dictionary<string, PlacedDocument>(StringComparer.Ordinal);
        foreach (var one in all)
            if (!firsts.TryGetValue(Key(one), out var other) || IsBefore(one, other))
                firsts[Key(one)] = one;

        return new(
            firsts
                .Where(first => first.Value.Document is var one && one.SourceSlug != one.TargetSlug
                    && firsts.ContainsKey(Key(one.TargetSlug, one.SourceSlug)))
                .OrderBy(first => first.Key, StringComparer.Ordinal)
                .Select(first => first.Value)
                .ToEquatableArray(),
            all.GroupBy(one => one.Path, StringComparer.Ordinal)
                .Where(same => same.Skip(1).Any())
                .Select(same => same.First())
                .OrderBy(one => one.Path, StringComparer.Ordinal)
                .ToEquatableArray());
    }

    /// <summary>
    /// The document that describes the same systems from the other side; null where there is none. A second document
    /// between the same systems has none: it is nobody's reverse either, so what it says would be left to a document
    /// that does not hear of it.
    /// </summary>
    /// <param name="path">Where the document is.</param>
    /// <param name="document">A document of those that the index was made of.</param>
    public Document? Reverse(string path, Document document) =>
        Find(document.SourceSlug, document.TargetSlug)?.Path == path
            ? Find(document.TargetSlug, document.SourceSlug)?.Document
            : null;

    /// <summary>
    /// Whether a document was given before, from the same place: two that are equal are told apart as objects.
    /// </summary>
    /// <param name="path">Where the document is.</param>
    /// <param name="document">A document of those that the index was made of.</param>
    public bool IsAgain(string path, Document document) =>
        Doubled.Any(one => one.Path == path && !ReferenceEquals(one.Document, document));

    private PlacedDocument? Find(string source, string target) =>
        EqualRange.Of(Documents, Key, Key(source, target)).FirstOrDefault();

    private static bool IsBefore(PlacedDocument one, PlacedDocument other) =>
        string.CompareOrdinal(one.Document.FileName, other.Document.FileName) is var order && order != 0
            ? order < 0
            : string.CompareOrdinal(one.Path, other.Path) < 0;

    private static string Key(PlacedDocument one) => Key(one.Document.SourceSlug, one.Document.TargetSlug);

    // A slug may hold hyphens, but no blanks.
    private static string Key(string source, string target) => source + " " + target;
}
