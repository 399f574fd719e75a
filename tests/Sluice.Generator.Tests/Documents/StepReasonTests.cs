using Microsoft.CodeAnalysis;
using Sluice.Generator.Documents;
using Sluice.Generator.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>What runs again after an edit, and what does not.</summary>
public sealed class StepReasonTests
{
    private static readonly string[] AfterSchema =
        [Steps.JoinReverse, Steps.BindPairings, Steps.Emit, Steps.EmitCatalogue, Steps.ReportProblems];

    [Fact]
    public void After_an_unrelated_edit_of_code_the_schema_is_unchanged_and_all_else_is_cached()
    {
        var project = Project.OfRepository();
        project.Run();
        var generation =
            project.Source("Unrelated.cs", "namespace Sluice.Flows; internal static class Unrelated;").Run();

        Assert.Equal([Unchanged], generation.Reasons(Steps.ReadSchema));
        foreach (var step in (string[])[Steps.SelectDocuments, Steps.ParseDocument, .. AfterSchema])
            Assert.Equal([Cached], generation.Reasons(step));
    }

    [Fact]
    public void An_edit_of_one_document_runs_its_own_steps_only()
    {
        var project = Of(5);
        project.Run();
        var generation = project.Document("s2-t2.rst", Text(2, "phone|Phone|\"string\"")).Run();

        Assert.Equal(Counts((Modified, 1), (Cached, 4)), Reasons(generation, Steps.ParseDocument));
        Assert.Equal(Counts((Modified, 1), (Cached, 4)), Reasons(generation, Steps.JoinReverse));
        Assert.Equal(Counts((Modified, 1), (Cached, 4)), Reasons(generation, Steps.BindPairings));
        Assert.Equal(Counts((Modified, 1), (Cached, 4)), Reasons(generation, Steps.Emit));
        Assert.Equal([Cached], generation.Reasons(Steps.EmitCatalogue));
        Assert.Equal([Cached], generation.Reasons(Steps.ReadSchema));
    }

    [Fact]
    public void An_edit_of_prose_writes_nothing_again()
    {
        var project = Of(3);
        project.Run();
        var generation =
            project.Document(
                "s2-t2.rst", Text(2).Replace("For a test.", "Nobody reads this.", StringComparison.Ordinal)).Run();

        Assert.Equal(Counts((Unchanged, 1), (Cached, 2)), Reasons(generation, Steps.ParseDocument));
        Assert.Equal([Cached], generation.Reasons(Steps.Emit));
    }

    [Theory]
    [InlineData("a-b.rst")]
    [InlineData("s2x-t2x.rst")]
    [InlineData("z-z.rst")]
    public void A_document_that_comes_or_goes_leaves_the_others_alone(string name)
    {
        var project = Of(5);
        project.Run();

        var added = project.Document(name, Text(9).Replace("S9", "Other", StringComparison.Ordinal)).Run();
        Assert.Equal(
            5,
            added.Result.TrackedSteps[Steps.Emit].SelectMany(run => run.Outputs)
                .Count(output => output.Reason == Cached));
        Assert.DoesNotContain(Modified, added.Reasons(Steps.Emit));

        var removed = project.Without(name).Run();
        Assert.Equal(
            5,
            removed.Result.TrackedSteps[Steps.Emit].SelectMany(run => run.Outputs)
                .Count(output => output.Reason == Cached));
        Assert.DoesNotContain(Modified, removed.Reasons(Steps.Emit));
        Assert.DoesNotContain(removed.Files.Keys, file => file.Contains("Other", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reverse_document_changes_its_counterpart()
    {
        var project = Of(2);
        var before = project.Run();
        var after =
            project.Document(
                "t1-s1.rst",
                DocumentText.Of(
                    "T1", "S1", Section("T1 Clients", "S1 Persons", Before, [], ["Phone|phone|\"string\""]))).Run();

        Assert.Equal(before.Files.Keys.Order(), after.Files.Keys.Order());
        Assert.Single(after.Files, file => before.Files[file.Key] != file.Value);
        Assert.Equal(Counts((Modified, 1), (Cached, 1)), Reasons(after, Steps.Emit));
    }

    [Fact]
    public void A_hook_that_is_written_is_seen()
    {
        var project = new Project().Document(
            "alpha-beta.rst",
            DocumentText.Of("Alpha", "Beta", Section("Alpha Persons", "Beta Clients", Every, ["name|FullName"], [])));
        Assert.Contains(project.Run().Problems, problem => problem.Contains("SLU039", StringComparison.Ordinal));
        var generation = project.Source("Hook.cs", """
            namespace Sluice.Flows.AlphaBeta;

            public sealed partial class PersonsClients
            {
                private static partial NewClient? Creating(Sluice.Generator.Tests.Contracts.Person left) => null;
            }
            """).Run();
        Assert.Empty(generation.Problems);
        Assert.Empty(generation.CompilerMessages);
        Assert.Equal([Modified], generation.Reasons(Steps.ReadSchema));
    }

    private static Project Of(int documents)
    {
        var project = new Project().Source("Contracts.cs", string.Concat(Enumerable.Range(1, 9).Select(Contracts)));
        for (var i = 1; i <= documents; i++)
            project.Document($"s{i}-t{i}.rst", Text(i));

        return project;
    }

    private static string Text(int number, params string[] fields) => DocumentText.Of(
        $"S{number}", $"T{number}",
        Section(
            $"S{number} Persons", $"T{number} Clients", Before, ["name|FullName"],
            ["name|FullName|\"string\"", .. fields]));

    private static string Contracts(int number) => $$"""
        namespace Own{{number}}
        {
            /// <summary>One.</summary>
            [Sluice.Entity("S{{number}}", "Persons")] public sealed record Person
            {
                /// <summary>Name.</summary>
                [System.Text.Json.Serialization.JsonPropertyName("name")] public string? Name { get; init; }
                /// <summary>Phone.</summary>
                [System.Text.Json.Serialization.JsonPropertyName("phone")] public string? Phone { get; init; }
            }
            /// <summary>Another.</summary>
            [Sluice.Entity("T{{number}}", "Clients"), Sluice.Entity("Other", "Persons")] public sealed record Client
            {
                /// <summary>Name.</summary>
                [System.Text.Json.Serialization.JsonPropertyName("FullName")] public string? FullName { get; init; }
                /// <summary>Name.</summary>
                [System.Text.Json.Serialization.JsonPropertyName("name")] public string? Name { get; init; }
                /// <summary>Phone.</summary>
                [System.Text.Json.Serialization.JsonPropertyName("Phone")] public string? Phone { get; init; }
            }
        }
        """;

    private static (IncrementalStepRunReason, int)[] Reasons(Generation generation, string step) => Counts(
        [
            .. generation.Result.TrackedSteps[step].SelectMany(run => run.Outputs).CountBy(output => output.Reason)
                .Select(one => (one.Key, one.Value)),
        ]);

    private static (IncrementalStepRunReason, int)[] Counts(
        params (IncrementalStepRunReason Reason, int Count)[] counts) =>
        [.. counts.OrderBy(one => one.Reason)];
}
