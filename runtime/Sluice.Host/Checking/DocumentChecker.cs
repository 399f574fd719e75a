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
        var indices = ByFolder(
            files,
            files.Zip(readings, (file, reading) => new PlacedDocument(file, reading.Document)),
            DocumentIndex.Of);
        var bound = readings.Zip(files, (reading, file) => Binder.Bind(
            reading.Document, indices[Folder(file)].Reverse(file, reading.Document), schema, hooks)).ToList();
        var names = ByFolder(
            files,
            files.Zip(bound, (file, result) => NameIndex.ClaimsOf(file, result.Pairings)),
            claims => NameIndex.Of(claims.SelectMany(some => some)));
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

    // Several folders can be of several projects: none knows another's documents or what it calls its pairings.
    private static Dictionary<string, TIndex> ByFolder<T, TIndex>(
        IReadOnlyList<string> files, IEnumerable<T> items, Func<IEnumerable<T>, TIndex> index) => files
        .Zip(items)
        .GroupBy(one => Folder(one.First), one => one.Second, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => index(group), StringComparer.Ordinal);

    private static string Folder(string file) => Path.GetDirectoryName(file) ?? "";
}
