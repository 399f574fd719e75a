using Sluice.Connectors;
using Sluice.Specification.Binding;
using Sluice.Specification.Documents;
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
        var bySystems = BySystems(readings);
        var documents = new List<CheckedDocument>(files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            var document = readings[i].Document;
            var reverse = bySystems.GetValueOrDefault((document.TargetSlug, document.SourceSlug));
            var bound = Binder.Bind(document, reverse, schema, hooks);
            documents.Add(new(files[i], texts[i], document, readings[i].ProblemsWith(bound)));
        }

        return documents;
    }

    // Of several documents between the same systems the build takes the one whose name sorts first.
    private static Dictionary<(string Source, string Target), Document> BySystems(List<ReadingResult> readings)
    {
        var bySystems = new Dictionary<(string Source, string Target), Document>();
        var sorted = readings.Select(reading => reading.Document)
            .OrderBy(document => document.FileName, StringComparer.Ordinal);
        foreach (var document in sorted)
            bySystems.TryAdd((document.SourceSlug, document.TargetSlug), document);

        return bySystems;
    }
}
