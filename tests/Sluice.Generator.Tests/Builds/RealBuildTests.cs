using Sluice.Generator.Tests.Harness;
using Sluice.Generator.Text;

namespace Sluice.Generator.Tests.Builds;

/// <summary>What a harness in memory cannot show: the SDK's own build, with what it takes for up to date.</summary>
public sealed class RealBuildTests
{
    private const string Name = "youtrack-powerofficego.rst";
    private const string Pairing = "Sluice.Flows.PowerofficegoYouTrack.ContactpersonUsers";

    [Fact]
    public async Task A_document_that_is_added_broken_or_deleted_is_noticed_without_cleaning()
    {
        var text = await File.ReadAllTextAsync(
            Path.Combine(Compilations.Folder("spec/dataflows"), Name), TestContext.Current.CancellationToken);
        using var project = new BuiltProject("", withGenerator: true);
        project.Write("Placeholder.cs", "namespace Sluice.Flows; internal static class Placeholder;");
        await Succeeds(project);
        Assert.DoesNotContain(Pairing, project.Types());

        project.Write(Name, text);
        await Succeeds(project);
        Assert.Contains(Pairing, project.Types());

        var (broken, line) = DocumentText.Misspell(text, "     - EmailAddress", "     - EmailAdress");
        project.Write(Name, broken);
        var (exitCode, output) = await project.BuildAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains(
            $"{Name}({line},8): error SLU032: 'EmailAdress' does not exist", output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);

        project.Delete(Name);
        await Succeeds(project);
        Assert.DoesNotContain(Pairing, project.Types());
    }

    [Fact]
    public async Task Stale_generated_files_go_and_what_others_wrote_beside_them_stays()
    {
        const string Generated = "obj/Debug/net10.0/generated";
        const string Own = $"{Generated}/Sluice.Generator/Sluice.Generator.Documents.DocumentGenerator/{Pairing}.g.cs";
        const string Others = $"{Generated}/Other.Generator/Other.g.cs";
        using var project = new BuiltProject(
            "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>", withGenerator: true);
        project.Write("Placeholder.cs", "namespace Sluice.Flows; internal static class Placeholder;");
        project.Write(Name, await File.ReadAllTextAsync(
            Path.Combine(Compilations.Folder("spec/dataflows"), Name), TestContext.Current.CancellationToken));
        await Succeeds(project);
        Assert.True(project.Has(Own));

        project.Write(Others, "");
        project.Delete(Name);
        await Succeeds(project);
        Assert.False(project.Has(Own));
        Assert.True(project.Has(Others));
    }

    [Fact]
    public async Task Generated_code_holds_up_as_if_it_were_written_by_hand()
    {
        using var project = new BuiltProject(
            """
            <AnalysisLevel>latest-recommended</AnalysisLevel>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <IsAotCompatible>true</IsAotCompatible>
            """,
            withGenerator: false);
        foreach (var (hint, text) in Project.OfRepository().Run().Files)
            project.Write(hint.Replace(".g.cs", ".cs", StringComparison.Ordinal), AsIfByHand(text));

        var flows = Compilations.Folder("runtime/Sluice.Flows");
        foreach (var path in Directory.GetFiles(flows, "*.cs", SearchOption.AllDirectories))
            if (Path.GetRelativePath(flows, path).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
                project.Write(
                    Path.GetRelativePath(flows, path),
                    await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));

        await WriteTypedAsync(project);
        await WriteOpenAsync(project);
        await Succeeds(project);

        // The same build can fail.
        project.Write(
            "Bad.cs",
            "namespace Sluice.Flows; public static class Bad { "
                + "public static string Of(double x) => string.Format(\"{0}\", x); }");
        var (_, output) = await project.BuildAsync();
        Assert.Contains("error CS1591", output, StringComparison.Ordinal);
        Assert.Contains("error CA1305", output, StringComparison.Ordinal);
    }

    // The snapshots of typed members, each in a namespace of its own, with the contracts that they are of.
    private static async Task WriteTypedAsync(BuiltProject project)
    {
        var tests = Compilations.Folder("tests/Sluice.Generator.Tests");
        foreach (var name in new[] { "Measure", "MeasurePhone", "Reading" })
            project.Write(
                name + ".cs",
                await File.ReadAllTextAsync(
                    Path.Combine(tests, "Contracts", name + ".cs"), TestContext.Current.CancellationToken));

        var snapshots = Directory.GetFiles(Path.Combine(tests, "Documents"), "TypedFieldTests.*.verified.cs");
        Assert.NotEmpty(snapshots);
        foreach (var (i, path) in snapshots.Index())
            project.Write(
                $"Typed{i}.cs",
                AsIfByHand(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))
                    .Replace("Sluice.Flows.DeltaGamma", $"Sluice.Flows.Typed{i}", StringComparison.Ordinal));
    }

    // Properties of open contracts are called as the systems call theirs, which no rule on names knows of.
    private static async Task WriteOpenAsync(BuiltProject project)
    {
        project.Write(".editorconfig", """
            [Open*.cs]
            dotnet_diagnostic.CA1707.severity = none
            dotnet_diagnostic.CA1708.severity = none
            dotnet_diagnostic.CA1720.severity = none
            """);
        var folder = Path.Combine(Compilations.Folder("tests/Sluice.Generator.Tests"), "Open");
        var snapshots = Directory.GetFiles(folder, "*two_open_contracts*.verified.cs")
            .Where(path => !path.Contains("Catalogue", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, snapshots.Count);
        foreach (var (i, path) in snapshots.Index())
            project.Write(
                $"Open{i}.cs",
                AsIfByHand(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));
    }

    // Analyzers leave alone what says that it was generated, in its first comment or in an attribute.
    private static string AsIfByHand(string text) => text
        .Replace("<auto-generated>", "<by-hand>", StringComparison.Ordinal)
        .Replace("</auto-generated>", "</by-hand>", StringComparison.Ordinal)
        .Replace(Code.Origin + "\n", "", StringComparison.Ordinal)
        .Replace("using System.CodeDom.Compiler;\n", "", StringComparison.Ordinal);

    private static async Task Succeeds(BuiltProject project)
    {
        var (exitCode, output) = await project.BuildAsync();
        Assert.True(exitCode == 0, output);
    }
}
