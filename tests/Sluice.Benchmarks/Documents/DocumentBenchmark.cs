using Sluice.Benchmarks.Harness;
using Sluice.RandomDocuments;
using Sluice.Specification.Reading;

namespace Sluice.Benchmarks.Documents;

/// <summary>What it costs to read dataflow documents, against cutting their texts into lines.</summary>
internal sealed class DocumentBenchmark : IBenchmark
{
    private const int Rounds = 11;

    public string Name => "documents";

    public async Task<Measured> RunAsync(Effort effort, Action<string> progress, CancellationToken token)
    {
        var count = effort.Size(1_000, 10_000);
        var seed = unchecked((int)effort.Seed);
        progress("documents: making them");
        var documents = Enumerable.Range(seed, count).Select(RandomDocumentMaker.Any).ToList();
        var characters = documents.Sum(document => (long)document.Text.Length);

        progress("documents: reading");
        var read = await Pairs.RunAsync(
            watch => watch.Processor, Rounds, count, _ => Read(documents), _ => Cut(documents));

        return new(Name, $"{count} random documents of {characters / count} characters", effort.Seed,
        [
            new("reading, against cutting into lines", read.Ratio, "x"),
            new("reading a document", read.Subject / 1000, "us", 1000),
            new("reading: allocated a character", read.Bytes * count / characters, "B"),
            new("cutting a document into lines", read.Floor / 1000, "us"),
        ]);
    }

    private static Task Read(List<RandomDocument> documents)
    {
        var flows = 0;
        foreach (var document in documents)
            flows += DocumentReader.Read(document.FileName, document.Text).Document.Flows.Count;

        return flows > 0 ? Task.CompletedTask : throw new InvalidOperationException("Nothing was read.");
    }

    private static Task Cut(List<RandomDocument> documents)
    {
        var lines = 0;
        foreach (var document in documents)
            lines += document.Text.Split('\n').Length;

        return lines > 0 ? Task.CompletedTask : throw new InvalidOperationException("There was no line.");
    }
}
