using Sluice.Specification.Reading;

namespace Sluice.Host.Checking;

/// <summary>Reads documents and holds them against the contracts, as the build does.</summary>
internal static class DocumentChecker
{
    public static IReadOnlyList<CheckedDocument> Check(IReadOnlyList<string> files)
    {
        var documents = new List<CheckedDocument>(files.Count);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            var reading = DocumentReader.Read(Path.GetFileName(file), text);
            documents.Add(new(file, text, reading.Document, [.. reading.Problems]));
        }

        return documents;
    }
}
