using Microsoft.CodeAnalysis;
using Sluice.Benchmarks.Harness;
using Sluice.Generator.Documents;
using Sluice.Specification.Reading;

namespace Sluice.Benchmarks.Generation;

/// <summary>What the generator costs at a thousand documents: all of them, and one change.</summary>
internal sealed class GeneratorBenchmark : IBenchmark
{
    private const int Count = 1_000;
    private const int Rounds = 11;

    public string Name => "generator";

    public async Task<Measured> RunAsync(Effort effort, Action<string> progress, CancellationToken token)
    {
        progress("generator: making documents");
        var seed = unchecked((int)effort.Seed);
        var project = new GeneratedProject(seed, Count, GeneratedProject.FewSystems);
        var (generated, documents) = (project.Generated, project.Documents);

        progress("generator: full generation");
        var full = await Pairs.RunAsync(
            watch => watch.Processor, Rounds, Count,
            _ => Do(project.Run(project.Driver(new DocumentGenerator()))), _ => Read(documents));

        progress("generator: changes");
        var edit = await MedianAsync(round =>
        {
            var number = round * Count / (Rounds + 1);
            var edited = project.Document(-1 - round, number);
            return () => project.Run(generated.ReplaceAdditionalText(documents[number], edited));
        });
        var addition = await MedianAsync(round =>
        {
            var added = project.Document(-1 - round, Count + round);
            return () => project.Run(generated.AddAdditionalTexts([added]));
        });
        var removal = await MedianAsync(round =>
            () => project.Run(generated.RemoveAdditionalTexts([documents[round * Count / (Rounds + 1)]])));
        var nowhere = project.Run(project.Driver(new SameFiles(project.Result, documents)));
        var unrelated = await Pairs.RunAsync(
            watch => watch.Processor, Rounds, Count, round => Unrelated(project, generated, round),
            round => Unrelated(project, nowhere, round));

        progress("generator: as many systems as documents");
        var apart = new GeneratedProject(seed, Count, Count + 1);
        var unrelatedApart = await MedianAsync(round =>
        {
            var edited = apart.Unrelated(round);
            return () => GeneratedProject.Run(apart.Generated, edited);
        });

        var characters = documents.Sum(document => (long)document.GetText(token)!.Length);
        return new(
            Name, $"{Count} random documents of {characters / Count} characters", effort.Seed,
            [
                new("files", Files(project)),
                new("full generation, a document", full.Subject / 1000, "us"),
                new("full generation, against reading the documents", full.Ratio, "x"),
                new("full generation: allocated a document", full.Bytes / 1000, "kB"),
                new("a document becomes another", edit, "ms"),
                new("a document more", addition, "ms"),
                new("a document less", removal, "ms"),
                new("an unrelated edit of code", unrelated.Subject * Count / 1_000_000, "ms"),
                new("an unrelated edit, a document", unrelated.Subject / 1000, "us", 100),
                new("an unrelated edit, against the same files from nowhere", unrelated.Ratio, "x"),
                new("an unrelated edit: allocated a document", unrelated.Bytes, "B"),
                new("files where each document has a system of its own", Files(apart)),
                new("an unrelated edit there, a document", unrelatedApart * 1000 / Count, "us", 100),
            ])
        {
            Note = "Each change contains what the driver does with all files: it holds each name against all others.",
        };
    }

    private static int Files(GeneratedProject project) => project.Result.GeneratedSources.Length;

    private static Task Unrelated(GeneratedProject project, GeneratorDriver driver, int round) =>
        Do(GeneratedProject.Run(driver, project.Unrelated(round)));

    // What is prepared for a round is not measured; nor is the first round, which compiles the code.
    private static async Task<double> MedianAsync(Func<int, Func<GeneratorDriver>> prepare)
    {
        var times = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var change = prepare(round);
            times.Add((await Watch.RunAsync(() => Do(change()))).Processor);
        }

        return Watch.Median(times.Skip(1)) / 1_000_000;
    }

    private static Task Do(GeneratorDriver driver) =>
        driver.GetRunResult().GeneratedTrees.Length > 0
            ? Task.CompletedTask
            : throw new InvalidOperationException("Nothing was written.");

    private static Task Read(IEnumerable<AdditionalText> documents)
    {
        foreach (var document in documents)
            if (DocumentReader.Read(document.Path, document.GetText()!.ToString()).Document.Flows.Count == 0)
                throw new InvalidOperationException("Nothing was read.");

        return Task.CompletedTask;
    }
}
