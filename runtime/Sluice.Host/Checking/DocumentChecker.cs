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
        var hooks = ContractSchemas.Of(Flows.Catalogue.Hooks);
        var texts = files.Select(File.ReadAllText).ToList();
        var readings = files.Zip(texts, (file, text) => DocumentReader.Read(Path.GetFileName(file), text)).ToList();
        var bySlugs = new Dictionary<(string Source, string Target), Document>();
        foreach (var reading in readings)
            bySlugs.TryAdd((reading.Document.SourceSlug, reading.Document.TargetSlug), reading.Document);

        var documents = new List<CheckedDocument>(files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            var document = readings[i].Document;
            var reverse = bySlugs.GetValueOrDefault((document.TargetSlug, document.SourceSlug));
            var bound = Binder.Bind(document, ReferenceEquals(reverse, document) ? null : reverse, schema, hooks);
            documents.Add(new(files[i], texts[i], document, InTextOrder(readings[i].Problems.Concat(bound.Problems))));
        }

        return documents;
    }

    private static IReadOnlyList<Problem> InTextOrder(IEnumerable<Problem> problems) =>
    [
        .. problems.Distinct().OrderBy(problem => problem.Span.Line).ThenBy(problem => problem.Span.Column)
            .ThenBy(problem => problem.Code, StringComparer.Ordinal),
    ];
}
