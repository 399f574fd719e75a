using Sluice.Connectors;
using Sluice.Specification.Binding;
using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading;

namespace Sluice.Host.Checking;

/// <summary>Reads documents and holds them against the contracts, as the build does.</summary>
internal static class DocumentChecker
{
    public static IReadOnlyList<CheckedDocument> Check(IReadOnlyList<string> files)
    {
        var schema = ContractSchemas.Of(ContractCatalogue.Schema);
        var hooks = ContractSchemas.Of([.. Flows.Catalogue.Hooks, .. Examples.Catalogue.Hooks]);
        var texts = files.Select(DocumentFiles.Read).ToList();
        var readings = files.Zip(texts, (file, text) => DocumentReader.Read(Path.GetFileName(file), text)).ToList();
        var bySystems = BySystems(files, readings);
        var bound = readings.ConvertAll(reading =>
            Binder.Bind(reading.Document, Reverse(reading.Document, bySystems), schema, hooks));
        var names = Names(files, bound);
        var documents = new List<CheckedDocument>(files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            var conflicts = bound[i].Pairings
                .Select(pairing => names[Folder(files[i])].Conflict(files[i], pairing)).OfType<Problem>();
            documents.Add(new(
                files[i], texts[i], readings[i].Document,
                readings[i].ProblemsWith(bound[i]).Concat(conflicts).InTextOrder()));
        }

        return documents;
    }

    // Of several documents between the same systems the build takes the one whose name sorts first.
    private static Dictionary<(string Source, string Target), Document> BySystems(
        IReadOnlyList<string> files, List<ReadingResult> readings)
    {
        var bySystems = new Dictionary<(string Source, string Target), Document>();
        var sorted = readings.Zip(files, (reading, file) => (reading.Document, File: file))
            .OrderBy(one => one.Document.FileName, StringComparer.Ordinal)
            .ThenBy(one => one.File, StringComparer.Ordinal);
        foreach (var (document, _) in sorted)
            bySystems.TryAdd((document.SourceSlug, document.TargetSlug), document);

        return bySystems;
    }

    private static Document? Reverse(
        Document document, Dictionary<(string Source, string Target), Document> bySystems) =>
        ReferenceEquals(bySystems[(document.SourceSlug, document.TargetSlug)], document)
            ? bySystems.GetValueOrDefault((document.TargetSlug, document.SourceSlug))
            : null;

    // Several folders can be of several projects, where each may call a pairing what it likes.
    private static Dictionary<string, NameIndex> Names(IReadOnlyList<string> files, List<BindingResult> bound) => files
        .Zip(bound, (file, result) => (File: file, Claims: NameIndex.ClaimsOf(file, result.Pairings)))
        .GroupBy(one => Folder(one.File), StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key, group => NameIndex.Of(group.SelectMany(one => one.Claims)), StringComparer.Ordinal);

    private static string Folder(string file) => Path.GetDirectoryName(file) ?? "";
}
