using Sluice.Generator.Documents;
using Sluice.Generator.Tests.Harness;

namespace Sluice.Generator.Tests.Scale;

/// <summary>A thousand documents of every form: what a change runs again, and that nothing else is touched.</summary>
/// <remarks>
/// An open contract rests on all documents that name its entity. So the joining of contracts is told apart where a
/// change adds to one, or takes it from the document that emits it; which files are written again is seen either way.
/// </remarks>
public sealed class ScaleTests : IClassFixture<ManyDocuments>
{
    private const int Count = ManyDocuments.Count;

    private static readonly string[] Indexed = [Steps.JoinReverse, Steps.BindPairings, Steps.JoinNames];

    private static readonly string[] PerDocument =
        [Steps.SelectDocuments, Steps.ParseDocument, .. Indexed, Steps.JoinContracts, Steps.ReportProblems];

    private readonly ManyDocuments _documents;

    public ScaleTests(ManyDocuments documents, ITestOutputHelper output)
    {
        _documents = documents;
        output.WriteLine($"seed {documents.Seed}");
    }

    [Fact]
    public void Full_generation_runs_each_step_once_for_each_document()
    {
        foreach (var step in PerDocument)
            Assert.Equal($"A{Count}", _documents.Steps.Short(step));

        Assert.Null(_documents.Full.Result.Exception);
        Assert.True(_documents.Full.Result.GeneratedSources.Length > 2 * Count);
    }

    [Fact]
    public void A_run_with_nothing_new_runs_nothing()
    {
        var (steps, generation) = Run(_documents.Project());
        NothingRan(steps, PerDocument);
        Rewrites(_documents.Full, generation);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(600)]
    [InlineData(900)]
    public void An_edit_runs_the_steps_of_its_document(int number)
    {
        // Those in front have a reverse.
        while (_documents.Texts.Any(one => one.Name == ManyDocuments.Other(_documents.Texts[number].Name)))
            number++;

        var name = _documents.Texts[number].Name;
        var (steps, generation) =
            Run(_documents.Project().Document(name, ManyDocuments.Another(unchecked(_documents.Seed - 1))));

        foreach (var step in PerDocument.Except([Steps.JoinContracts, Steps.ReportProblems]))
            Assert.Equal(Only('M', number), steps[step]);
        Assert.Equal(Only('C', number), Kept(steps[Steps.ReportProblems], number));
        Rewrites(_documents.Full, generation, name);
    }

    [Fact]
    public void An_edit_of_one_row_runs_the_steps_of_its_document_and_of_its_reverse()
    {
        var number = Count - 1;
        var (name, text) = _documents.Texts[number];
        var other = _documents.Texts.Select(one => one.Name).ToList().IndexOf(ManyDocuments.Other(name));
        var (steps, generation) =
            Run(_documents.Project().Document(name, text.Replace("back", "forth", StringComparison.Ordinal)));

        Assert.Equal(Only('M', number), steps[Steps.ParseDocument]);
        Assert.Equal(Only('M', number, other), steps[Steps.JoinReverse]);
        foreach (var step in PerDocument.Except([Steps.JoinContracts]))
            Assert.Equal(Only('C'), Kept(steps[step], number, other));
        Assert.Equal("C", steps[Steps.EmitCatalogue]);
        Rewrites(_documents.Full, generation, name, ManyDocuments.Other(name));
    }

    [Fact]
    public void An_edit_of_prose_ends_where_the_document_is_read()
    {
        var (name, text) = _documents.Texts[^1];
        var (steps, generation) = Run(_documents.Project().Document(
            name, text.Replace("For a test.", "Nobody reads this.", StringComparison.Ordinal)));

        Assert.Equal(Only('M', Count - 1), steps[Steps.SelectDocuments]);
        NothingRan(steps, PerDocument[1..]);
        Rewrites(_documents.Full, generation);
    }

    // A name that sorts first takes contracts over, and one that sorts last gets none.
    [Theory]
    [InlineData("a0-keap.rst")]
    [InlineData("z9-keap.rst")]
    public void A_document_that_comes_and_goes_runs_its_own_steps(string name)
    {
        var project = _documents.Project().Document(name, ManyDocuments.Another(unchecked(_documents.Seed - 2)));
        var (steps, added) = Run(project);
        foreach (var step in PerDocument)
            Assert.Equal('A', steps[step][^1]);
        foreach (var step in PerDocument.Except([Steps.JoinContracts]))
            Assert.Equal(Only('C'), steps[step][..^1]);
        Rewrites(_documents.Full, added, name);

        var (stepsAfter, removed) = Run(project.Without(name));
        foreach (var step in PerDocument.Except([Steps.JoinContracts]))
            Assert.Equal(Only('C') + "R", stepsAfter[step]);
        Rewrites(added, removed, name);
        _documents.Full.IsSame(removed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    public void A_document_that_goes_leaves_the_others_alone(int number)
    {
        var name = _documents.Texts[number].Name;
        var other = _documents.Texts.Select(one => one.Name).ToList().IndexOf(ManyDocuments.Other(name));
        var (steps, generation) = Run(_documents.Project().Without(name));

        foreach (var step in PerDocument.Except([Steps.JoinContracts]))
        {
            Assert.Equal('R', steps[step][number]);
            Assert.Equal(Only('C'), Kept(steps[step], number, other));
        }

        Rewrites(_documents.Full, generation, name, ManyDocuments.Other(name));
    }

    [Fact]
    public void An_unrelated_edit_of_code_runs_nothing_but_the_reading_of_contracts()
    {
        var (steps, generation) =
            Run(_documents.Project().Source("Unrelated.cs", "namespace Other; internal static class Unrelated;"));

        NothingRan(steps, [.. PerDocument, Steps.ReadSchema]);
        Rewrites(_documents.Full, generation);
    }

    [Theory]
    [InlineData("tr-TR")]
    public void Culture_and_order_of_files_change_no_byte(string culture)
    {
        var thread = Thread.CurrentThread;
        var before = (thread.CurrentCulture, thread.CurrentUICulture);
        try
        {
            (thread.CurrentCulture, thread.CurrentUICulture) = (new(culture), new(culture));
            var texts = _documents.Texts.ToArray();
            new Random(_documents.Seed).Shuffle(texts);
            _documents.Full.IsSame(new Project(withContracts: false, isTracked: false).Documents(texts).RunOnce());
        }
        finally
        {
            (thread.CurrentCulture, thread.CurrentUICulture) = before;
        }
    }

    private static (StepStates Steps, Generation Generation) Run(Project project)
    {
        Generation? generation = null;
        var steps = StepStates.Of(() => generation = project.RunOnce());
        Assert.Null(generation!.Result.Exception);
        return (steps, generation);
    }

    private static string Only(char state, params int[] numbers) =>
        string.Concat(Enumerable.Range(0, Count).Select(i => numbers.Contains(i) ? state : 'C'));

    // The states, but for some that may be anything.
    private static string Kept(string states, params int[] numbers) =>
        string.Concat(states.Select((state, i) => numbers.Contains(i) ? 'C' : state));

    private static void NothingRan(StepStates steps, string[] names)
    {
        foreach (var name in (string[])[.. names, Steps.Emit, Steps.EmitContracts, Steps.EmitCatalogue])
            Assert.Equal("C", string.Concat(steps[name].Distinct()));
    }

    // Which files were written: only the pairings of some documents, the contracts that these name, and the catalogue.
    private static void Rewrites(Generation before, Generation after, params string[] documents)
    {
        var kept = before.Result.GeneratedSources.Select(file => file.SourceText).ToHashSet();
        var written = after.Result.GeneratedSources.Where(file => !kept.Contains(file.SourceText))
            .ToDictionary(file => file.HintName, file => file.SourceText.ToString());
        var own = string.Concat(before.Files.Values.Concat(written.Values)
            .Where(file => documents.Any(name => file.Contains($" from {name}.\n", StringComparison.Ordinal))));
        foreach (var (name, text) in written)
            Assert.True(
                documents.Any(one => text.Contains($" from {one}.\n", StringComparison.Ordinal))
                    || (name.Contains(".Open.", StringComparison.Ordinal)
                        && own.Contains(Type(name), StringComparison.Ordinal))
                    || (documents.Length > 0 && name.EndsWith(".Catalogue.g.cs", StringComparison.Ordinal)),
                $"{name} was written again.");
    }

    // Open.Keap.Order of Sluice.Flows.Open.Keap.Order.g.cs, and of a twin's Sluice.Flows.Open.Keap.Order.2.g.cs.
    private static string Type(string file) => string.Join('.', file.Split('.')[2..5]);
}
