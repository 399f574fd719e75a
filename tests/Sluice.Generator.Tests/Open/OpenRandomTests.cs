using System.Globalization;
using Sluice.Generator.Tests.Harness;
using Sluice.RandomDocuments;

namespace Sluice.Generator.Tests.Open;

/// <summary>Documents of every form of the language, between systems that nobody knows: all of them compile.</summary>
public sealed class OpenRandomTests(ITestOutputHelper output)
{
    private const int Documents = 200;
    private const int Known = 60;

    [Fact]
    public void Documents_between_known_systems_compile_whatever_entities_they_name()
    {
        var seed = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"seed {seed}");
        var project = new Project();
        foreach (var document in Enumerable.Range(seed, Known).Select(RandomDocumentMaker.Any)
            .DistinctBy(document => document.FileName, StringComparer.OrdinalIgnoreCase))
            project.Document(document.FileName, document.Text);

        var generation = project.Run();

        Assert.True(generation.Result.Exception is null, $"seed {seed}: {generation.Result.Exception}");
        Assert.True(
            generation.CompilerMessages.Length == 0,
            $"seed {seed}:\n{string.Join('\n', generation.CompilerMessages.Take(20))}");
    }

    [Fact]
    public void Hundreds_of_documents_compile_in_one_project_without_a_word_from_the_compiler()
    {
        var seed = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"seed {seed}");
        var project = new Project(withContracts: false, isTracked: false);
        for (var i = 0; i < Documents; i++)
        {
            // Each joins a source of its own with targets that many share.
            var document = RandomDocumentMaker.Any(seed + i);
            project.Document(
                string.Create(CultureInfo.InvariantCulture, $"n{i}{document.FileName}"), document.Text);
        }

        var generation = project.Run();

        Assert.True(generation.Result.Exception is null, $"seed {seed}: {generation.Result.Exception}");
        Assert.True(
            generation.CompilerMessages.Length == 0,
            $"seed {seed}:\n{string.Join('\n', generation.CompilerMessages.Take(20))}");
        var files = generation.Files.Keys.ToList();
        Assert.Equal(files.Count, files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        output.WriteLine($"{files.Count} files");
        Assert.True(files.Count > 2 * Documents, $"seed {seed}: {files.Count} files");
    }
}
