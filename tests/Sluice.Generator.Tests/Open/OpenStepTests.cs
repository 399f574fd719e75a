using System.Globalization;
using Microsoft.CodeAnalysis;
using Sluice.Generator.Documents;
using Sluice.Generator.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Open;

/// <summary>What runs again after an edit, where contracts rest on all documents that name their entities.</summary>
public sealed class OpenStepTests
{
    private const int Documents = 5;

    [Fact]
    public void A_path_that_is_new_writes_its_contract_and_its_pairing_again_and_nothing_else()
    {
        var project = Of(Documents);
        project.Run();
        var generation = project.Document("s2-hub.rst", Text("S2", "phone|phone|\"string\"")).Run();

        // Each document has a source of its own; all share the target, whose contract the first one writes.
        Assert.Equal([(Cached, Documents - 1), (Modified, 2)], Reasons(generation, Steps.EmitContracts));
        Assert.Equal([(Cached, Documents - 1), (Modified, 1)], Reasons(generation, Steps.Emit));
        Assert.Equal([(Cached, 1)], Reasons(generation, Steps.EmitCatalogue));
    }

    [Fact]
    public void A_path_that_another_document_names_already_writes_no_contract_of_it_again()
    {
        var project = Of(Documents).Document("s9-hub.rst", Text("S9", "name|phone|\"string\""));
        project.Run();
        var generation = project.Document("s2-hub.rst", Text("S2", "name|phone|\"string\"")).Run();

        Assert.Equal([(Cached, Documents + 2)], Reasons(generation, Steps.EmitContracts));
        Assert.Equal([(Cached, Documents), (Modified, 1)], Reasons(generation, Steps.Emit));
    }

    [Theory]
    [InlineData("aa-hub.rst")]
    [InlineData("s2x-hub.rst")]
    [InlineData("zz-hub.rst")]
    public void A_document_that_comes_or_goes_leaves_the_contracts_of_others_alone(string name)
    {
        var project = Of(Documents);
        project.Run();

        var added = project.Document(name, Text(name[..name.IndexOf('-', StringComparison.Ordinal)])).Run();
        Assert.DoesNotContain(Modified, added.Reasons(Steps.EmitContracts));
        Assert.DoesNotContain(Modified, added.Reasons(Steps.Emit));
        Assert.InRange(Count(added, Cached), Documents, Documents + 1);

        var removed = project.Without(name).Run();
        Assert.DoesNotContain(Modified, removed.Reasons(Steps.EmitContracts));
        Assert.InRange(Count(removed, Cached), Documents, Documents + 1);
    }

    [Fact]
    public void An_edit_of_prose_or_of_a_creation_clause_writes_no_contract_again()
    {
        var project = Of(Documents);
        project.Run();
        var text = Text("S3").Replace("For a test.", "Nobody reads this.", StringComparison.Ordinal);
        Assert.Equal([Cached], project.Document("s3-hub.rst", text).Run().Reasons(Steps.EmitContracts));

        var generation = project.Document("s3-hub.rst", Text("S3").Replace(
            "Before any synchronization can take place, a link between a S3 Orders and a Hub Bills must be "
                + "established.",
            "Every S3 Orders will be synchronized with a Hub Bills.", StringComparison.Ordinal)).Run();
        Assert.Equal([(Cached, Documents + 1)], Reasons(generation, Steps.EmitContracts));
        Assert.Equal([(Cached, Documents - 1), (Modified, 1)], Reasons(generation, Steps.Emit));
    }

    [Fact]
    public void After_an_unrelated_edit_of_code_all_is_cached()
    {
        var project = Of(Documents);
        project.Run();
        var generation = project.Source("Unrelated.cs", "internal static class Unrelated;").Run();

        Assert.Equal([Cached], generation.Reasons(Steps.JoinContracts));
        Assert.Equal([Cached], generation.Reasons(Steps.EmitContracts));
    }

    [Fact]
    public void A_contract_that_is_declared_takes_the_place_of_the_open_one()
    {
        var project = Of(Documents);
        project.Run();
        var generation = project.Source("Bill.cs", """
            namespace Own;
            /// <summary>One.</summary>
            [Sluice.Entity("Hub", "Bills")] public sealed record Bill
            {
                /// <summary>Name.</summary>
                [System.Text.Json.Serialization.JsonPropertyName("name")] public string? Name { get; init; }
            }
            """).Run();

        Assert.Empty(generation.CompilerMessages);
        Assert.DoesNotContain("Sluice.Flows.Open.Hub.Bills.g.cs", generation.Files.Keys);
        Assert.Equal(Documents, generation.Files.Keys.Count(file => file.Contains(".Open.", StringComparison.Ordinal)));
    }

    private static Project Of(int documents)
    {
        var project = new Project(withContracts: false);
        for (var i = 1; i <= documents; i++)
            project.Document(
                string.Create(CultureInfo.InvariantCulture, $"s{i}-hub.rst"),
                Text(string.Create(CultureInfo.InvariantCulture, $"S{i}")));

        return project;
    }

    private static string Text(string source, params string[] fields) => DocumentText.Of(
        source, "Hub",
        Section(
            $"{source} Orders", "Hub Bills", Before, ["name|name"], ["name|name|\"string\"", .. fields]));

    private static int Count(Generation generation, IncrementalStepRunReason reason) =>
        Reasons(generation, Steps.EmitContracts).FirstOrDefault(one => one.Item1 == reason).Item2;

    private static (IncrementalStepRunReason, int)[] Reasons(Generation generation, string step) =>
    [
        .. generation.Result.TrackedSteps[step].SelectMany(run => run.Outputs).CountBy(output => output.Reason)
            .Select(one => (one.Key, one.Value)).OrderBy(one => one.Key.ToString(), StringComparer.Ordinal),
    ];
}
