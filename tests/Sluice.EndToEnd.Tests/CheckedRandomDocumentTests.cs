using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.World;
using Sluice.RandomDocuments;
using Sluice.RandomDocuments.Meant;

namespace Sluice.EndToEnd.Tests;

/// <summary><c>sluice check --json</c> over documents of every form says what they mean.</summary>
public sealed class CheckedRandomDocumentTests(ITestOutputHelper output)
{
    private const int Count = 300;

    [Fact]
    public async Task The_model_of_a_document_is_what_it_means()
    {
        await using var scene = await Scene.OpenAsync(output);
        var first = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"seeds from {first}");
        var documents = Enumerable.Range(first, Count).Select(RandomDocumentMaker.Any).ToList();
        foreach (var (index, document) in documents.Index())
        {
            // Names repeat, so each has a folder of its own, in order.
            var folder = Directory.CreateDirectory(Path.Combine(scene.Path("documents"), $"{index:0000}"));
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, document.FileName), document.Text, TestContext.Current.CancellationToken);
        }

        var lines = (await scene.BareAsync("check", "--json", scene.Path("documents"))).Output.Split('\n');

        Assert.Equal(Count, lines.Length);
        foreach (var (document, line) in documents.Zip(lines))
        {
            var said = JsonNode.Parse(line)!.AsObject();
            Assert.True(said.Remove("problems", out var problems));
            Assert.Equal(MeantJson.Of(document.Meant), MeantJson.Of(said));

            // Contracts may add problems; what the reader has to point out is there.
            var codes = problems!.AsArray()
                .Select(problem => new MeantProblem((int)problem!["line"]!, (string)problem["code"]!)).ToHashSet();
            Assert.All(document.Meant.Problems, problem => Assert.Contains(problem, codes));
        }
    }
}
