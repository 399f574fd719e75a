using Microsoft.CodeAnalysis;
using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>Problems are reported in the document, at the place, once.</summary>
public sealed class ProblemTests
{
    private static readonly string Given = Compilations.Folder("spec/dataflows");

    [Theory]
    [InlineData(
        "   * - profile.email.email\n     - emailAddress",
        "   * - profile.emial.email\n     - emailAddress",
        "'profile.emial.email' does not exist: HubProfile has no 'emial'. Did you mean 'profile.email'?")]
    [InlineData(
        "     - EmailAddress",
        "     - EmailAdress",
        "'EmailAdress' does not exist: Customer has no 'EmailAdress'. Did you mean 'EmailAddress'?")]
    [InlineData(
        "   * - profile.email\n     - emailAddress",
        "   * - profile.emali\n     - emailAddress",
        "'profile.emali' does not exist: HubProfile has no 'emali'. Did you mean 'profile.email'?")]
    public void A_misspelt_property_is_one_error_on_the_cell_with_the_nearest_name(
        string right, string wrong, string expected)
    {
        const string Name = "youtrack-powerofficego.rst";
        var (broken, line) = Misspell(GivenText(Name), right, wrong);
        foreach (var end in new[] { "\n", "\r\n" })
        {
            var generation = Project.OfRepository().Document(Name, broken.ReplaceLineEndings(end)).Run();

            var error = Assert.Single(
                generation.Result.Diagnostics, problem => problem.Severity == DiagnosticSeverity.Error);
            Assert.Equal($"/documents/{Name}({line},8): error SLU032: {expected}", error.ToString());
            Assert.Equal(wrong.Split('\n')[0].TrimStart(' ', '*', '-').Length, Length(error));
            Assert.Equal(Flows.Catalogue.Pairings.Count + 1, generation.Files.Count);
            Assert.Empty(generation.CompilerMessages);
        }
    }

    [Fact]
    public void A_flow_that_creates_without_match_rules_is_a_warning_on_its_sentence()
    {
        var generation = Project.OfRepository().Run();
        var warnings =
            generation.Result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Warning).ToArray();
        Assert.All(warnings, warning => Assert.Equal("SLU012", warning.Id));
        var sentences =
            from name in Directory.GetFiles(Given, "*.rst").Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal)
            from sentence in GivenText(name).Split('\n').Index()
            where sentence.Item.StartsWith("Every ", StringComparison.Ordinal)
            select ($"/documents/{name}", sentence.Index + 1, sentence.Item.Length);
        Assert.Equal(
            sentences,
            warnings.Select(warning => warning.Location.GetLineSpan()).Zip(
                warnings, (span, warning) => (span.Path, span.StartLinePosition.Line + 1, Length(warning))));
        Assert.NotEmpty(warnings);
    }

    [Fact]
    public void A_configuration_can_change_the_severity()
    {
        var generation = Project.OfRepository().Run();
        var options = generation.Output.Options.WithSpecificDiagnosticOptions([new("SLU012", ReportDiagnostic.Info)]);
        var warning = generation.Result.Diagnostics.First(problem => problem.Id == "SLU012");
        Assert.Equal(DiagnosticSeverity.Warning, warning.DefaultSeverity);
        Assert.Equal(
            DiagnosticSeverity.Info,
            Assert.Single(
                Microsoft.CodeAnalysis.Diagnostics.CompilationWithAnalyzers.GetEffectiveDiagnostics(
                    [warning], generation.Output.WithOptions(options))).Severity);
    }

    [Fact]
    public void A_problem_with_a_whole_document_leaves_the_other_documents_alone()
    {
        var generation = Project.OfRepository().Document("broken-thing.rst", "not a document").Run();
        Assert.Contains(generation.Result.Diagnostics, problem => problem.Severity == DiagnosticSeverity.Error);
        Assert.All(
            generation.Result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error),
            problem => Assert.Equal("/documents/broken-thing.rst", problem.Location.GetLineSpan().Path));
        Assert.Equal(Flows.Catalogue.Pairings.Count + 1, generation.Files.Count);
    }

    [Fact]
    public void A_missing_hook_of_a_condition_is_an_error_on_the_sentence_and_nothing_else()
    {
        var generation = new Project().Document("alpha-beta.rst", Of(
            "Alpha", "Beta",
            Section(
                "Alpha Members", "Beta Clients", "When a Member is nice", ["mail|EmailAddress"],
                ["name|FullName|\"string\""]))).Run();
        var error = Assert.Single(
            generation.Result.Diagnostics, problem => problem.Severity == DiagnosticSeverity.Error);
        Assert.Equal(("SLU040", 13), (error.Id, error.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Contains(
            "private static partial bool WhenAMemberIsNice(Member left)",
            error.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(generation.CompilerMessages);
    }

    private static string GivenText(string name) =>
        File.ReadAllText(Path.Combine(Given, name)).ReplaceLineEndings("\n");

    private static int Length(Diagnostic problem)
    {
        var span = problem.Location.GetLineSpan();
        return span.EndLinePosition.Character - span.StartLinePosition.Character;
    }
}
