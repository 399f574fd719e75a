using Microsoft.CodeAnalysis;
using Sluice.Generator.Documents;
using Sluice.Generator.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Sluice.Generator.Tests.Scale;

/// <summary>A thousand documents of every form: what one change costs, and that nothing else is touched.</summary>
public sealed class ScaleTests : IClassFixture<ThousandDocuments>
{
    private static readonly string[] PerDocument =
    [
        Steps.SelectDocuments, Steps.ParseDocument, Steps.JoinReverse, Steps.BindPairings, Steps.JoinNames,
        Steps.ReportProblems,
    ];

    private readonly ThousandDocuments _documents;

    public ScaleTests(ThousandDocuments documents, ITestOutputHelper output)
    {
        _documents = documents;
        output.WriteLine($"seed {documents.Seed}");
    }

    [Fact]
    public void Full_generation_gives_every_document_its_files()
    {
        var generation = _documents.Full;
        Assert.Null(generation.Result.Exception);
        var sources = generation.Result.GeneratedSources;
        Assert.Equal(sources.Length, sources.DistinctBy(one => one.HintName, StringComparer.OrdinalIgnoreCase).Count());
        Assert.True(sources.Length > ThousandDocuments.Count, $"{sources.Length} files");
        foreach (var step in PerDocument)
            Assert.Equal(ThousandDocuments.Count, generation.Anew(step).Count);
        Assert.DoesNotContain(generation.Problems, one => one.Contains("SLU043", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_with_nothing_new_does_nothing_and_what_is_kept_is_plain_data()
    {
        var again = _documents.Project().RunOnce();
        CacheAssert.NothingRanAgain(again.Result);
        CacheAssert.KeepsPlainDataOnly(_documents.Full.Result);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(999)]
    public void One_edit_runs_the_steps_of_its_document_and_of_its_reverse(int number)
    {
        var name = _documents.Texts[number].Name;
        Edited(name, _documents.Texts[number].Text, ThousandDocuments.Random(_documents.Seed - 1, 0).Text);
    }

    [Fact]
    public void One_edit_of_a_reverse_runs_the_steps_of_both()
    {
        var name = _documents.Reversed;
        var text = _documents.Texts.Single(one => one.Name == name).Text;
        Edited(name, text, text.Replace("back", "forth", StringComparison.Ordinal));
    }

    [Fact]
    public void One_edit_of_prose_emits_nothing()
    {
        var (name, text) = _documents.Texts.Single(one => one.Name == _documents.Reversed);
        var generation = _documents.Project()
            .Document(name, text.Replace("For a test.", "Nobody reads this.", StringComparison.Ordinal)).RunOnce();

        Assert.Equal([name], generation.Anew(Steps.SelectDocuments));
        Assert.Empty(generation.Anew(Steps.ParseDocument));
        NothingIsEmitted(generation);
    }

    [Fact]
    public void One_addition_and_one_removal_run_the_steps_of_that_document()
    {
        var (name, text, _) = ThousandDocuments.Random(_documents.Seed - 2, 5_000);
        var project = _documents.Project();
        var added = project.Document(name, text).RunOnce();

        foreach (var step in PerDocument)
        {
            Assert.Equal([name], added.Anew(step));
            Assert.Equal(ThousandDocuments.Count, added.Kept(step));
        }

        EmitsWhatIsNew(added, _documents.Full, [name]);

        var removed = project.Without(name).RunOnce();
        foreach (var step in PerDocument)
        {
            Assert.Empty(removed.Anew(step));
            Assert.Equal(ThousandDocuments.Count, removed.Kept(step));
        }

        EmitsWhatIsNew(removed, added, []);
        Same(_documents.Full, removed);
    }

    [Fact]
    public void An_unrelated_edit_of_code_emits_nothing()
    {
        var generation =
            _documents.Project().Source("Unrelated.cs", "namespace Other; internal static class Unrelated;").RunOnce();

        Assert.Equal([Unchanged], generation.Reasons(Steps.ReadSchema));
        foreach (var step in PerDocument)
            Assert.Equal([Cached], generation.Reasons(step));
        Assert.Equal([Cached], generation.Reasons(Steps.JoinContracts));
        NothingIsEmitted(generation);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Culture_and_order_of_files_change_no_byte(string culture)
    {
        var thread = Thread.CurrentThread;
        var before = (thread.CurrentCulture, thread.CurrentUICulture);
        try
        {
            (thread.CurrentCulture, thread.CurrentUICulture) = (new(culture), new(culture));
            var texts = _documents.Texts.ToArray();
            new Random(_documents.Seed).Shuffle(texts);
            Same(_documents.Full, new Project(withContracts: false).Documents(texts).RunOnce());
        }
        finally
        {
            (thread.CurrentCulture, thread.CurrentUICulture) = before;
        }
    }

    private void Edited(string name, string before, string text)
    {
        Assert.NotEqual(before, text);
        var generation = _documents.Project().Document(name, text).RunOnce();

        var other = ThousandDocuments.Other(name);
        string[] both = _documents.Texts.Any(one => one.Name == other) ? [name, other] : [name];
        Assert.Equal([name], generation.Anew(Steps.SelectDocuments));
        Assert.Equal([name], generation.Anew(Steps.ParseDocument));
        Assert.Equal(both.Order(StringComparer.Ordinal), generation.Anew(Steps.JoinReverse));
        foreach (var step in PerDocument)
        {
            Assert.Subset(both.ToHashSet(StringComparer.Ordinal), generation.Anew(step).ToHashSet());
            Assert.InRange(
                generation.Kept(step), ThousandDocuments.Count - both.Length, ThousandDocuments.Count - 1);
        }

        EmitsWhatIsNew(generation, _documents.Full, both);
    }

    // A pairing is written for its own documents only. A contract is written where its text is another, or where the
    // document that emits it is one of these now.
    private static void EmitsWhatIsNew(Generation generation, Generation before, string[] documents)
    {
        Assert.Null(generation.Result.Exception);
        Assert.All(generation.Written(Steps.Emit), file =>
            Assert.Contains(documents, one => file.Text.Contains($" from {one}.\n", StringComparison.Ordinal)));
        var (old, now) = (before.Files, generation.Files);
        var changed = now.Where(file => old.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key)
            .ToHashSet(StringComparer.Ordinal);
        var written = generation.Written(Steps.Emit).Concat(generation.Written(Steps.EmitContracts))
            .Concat(generation.Written(Steps.EmitCatalogue)).Select(file => file.HintName)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Subset(written, changed);

        var contracts = generation.Anew(Steps.JoinNames);
        Assert.True(
            contracts.Count > 0 || generation.Written(Steps.EmitContracts).All(file => !old.ContainsKey(file.HintName)
                || changed.Contains(file.HintName)),
            "A contract was written that is what it was.");
    }

    private static void NothingIsEmitted(Generation generation)
    {
        foreach (var step in (string[])[Steps.Emit, Steps.EmitContracts, Steps.EmitCatalogue])
            Assert.Equal([Cached], generation.Reasons(step));
        Assert.All(
            generation.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs),
            output => Assert.Equal(Cached, output.Reason));
    }

    private static void Same(Generation expected, Generation actual)
    {
        Assert.Equal(
            expected.Files.OrderBy(file => file.Key, StringComparer.Ordinal),
            actual.Files.OrderBy(file => file.Key, StringComparer.Ordinal));
        Assert.Equal(
            expected.Problems.Order(StringComparer.Ordinal), actual.Problems.Order(StringComparer.Ordinal));
    }
}
