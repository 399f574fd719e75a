using Sluice.Generator.Tests.Harness;
using Sluice.Snapshots;

namespace Sluice.Generator.Tests.Documents;

public sealed class GivenDocumentsTests
{
    [Fact]
    public void Documents()
    {
        var generation = Project.OfRepository().Run();
        Assert.Equal(Flows.Catalogue.Pairings.Count + 1, generation.Files.Count);
        foreach (var (hint, text) in generation.Files)
            Snapshot.Verify(text, hint);
    }

    [Fact]
    public void Documents_compile_without_a_word_from_the_compiler() =>
        Assert.Empty(Project.OfRepository().Run().CompilerMessages);

    [Fact]
    public void Line_ends_make_no_difference()
    {
        var expected = Project.OfRepository().Run();
        foreach (var end in new[] { "\n", "\r\n" })
        {
            var project = Project.OfRepository();
            foreach (var path in Directory.GetFiles(Compilations.Folder("spec/dataflows"), "*.rst"))
                project.Document(Path.GetFileName(path), File.ReadAllText(path).ReplaceLineEndings(end));

            var generation = project.Run();
            Assert.Equal(expected.Files, generation.Files);
            Assert.Equal(expected.Problems, generation.Problems);
        }
    }

    [Fact]
    public void Generated_files_have_line_feeds_only_and_names_that_differ_by_more_than_case()
    {
        var files = Project.OfRepository().Run().Files;
        Assert.All(files.Values, text => Assert.DoesNotContain('\r', text));
        Assert.Equal(files.Count, files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
