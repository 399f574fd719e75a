using Microsoft.CodeAnalysis;
using Sluice.Generator.Tests.Harness;
using Sluice.Snapshots;

namespace Sluice.Generator.Tests.Documents;

public sealed class ExampleDocumentsTests
{
    [Fact]
    public void Examples()
    {
        var generation = Project.OfExamples().Run();
        Assert.Equal(Sluice.Examples.Catalogue.Pairings.Count + 1, generation.Files.Count);
        foreach (var (hint, text) in generation.Files)
            Snapshot.Verify(text, hint);
    }

    [Fact]
    public void Examples_compile_without_a_word_from_compiler_or_generator()
    {
        var generation = Project.OfExamples().Run();

        Assert.Empty(generation.CompilerMessages);
        Assert.DoesNotContain(generation.Result.Diagnostics, problem => problem.Severity != DiagnosticSeverity.Info);
    }
}
