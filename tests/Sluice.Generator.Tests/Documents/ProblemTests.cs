using Microsoft.CodeAnalysis;
using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>Problems are reported in the document, at the place, once.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("profile.email.email\n     - emailAddress\n\nOnce", "profile.emial.email\n     - emailAddress\n\nOnce", "(23,8): error SLU032: 'profile.emial.email' does not exist: HubProfile has no 'emial'. Did you mean 'profile.email'?")]
    [InlineData("     - EmailAddress", "     - EmailAdress", "(56,8): error SLU032: 'EmailAdress' does not exist: Customer has no 'EmailAdress'. Did you mean 'EmailAddress'?")]
    [InlineData("   * - profile.email\n     - emailAddress", "   * - profile.emali\n     - emailAddress", "(36,8): error SLU032: 'profile.emali' does not exist: HubProfile has no 'emali'. Did you mean 'profile.email'?")]
    public void A_misspelt_property_is_one_error_on_the_cell_with_the_nearest_name(string right, string wrong, string expected)
    {
        const string Name = "youtrack-powerofficego.rst";
        var text = File.ReadAllText(Path.Combine(Compilations.Folder("spec/dataflows"), Name)).ReplaceLineEndings("\n");
        foreach (var end in new[] { "\n", "\r\n" })
        {
            var broken = text.Replace(right, wrong, StringComparison.Ordinal);
            Assert.NotEqual(text, broken);
            var generation = Project.OfRepository().Document(Name, broken.ReplaceLineEndings(end)).Run();

            var error = Assert.Single(generation.Result.Diagnostics, problem => problem.Severity == DiagnosticSeverity.Error);
            Assert.Equal($"/documents/{Name}{expected}", error.ToString());
            Assert.Equal(wrong.Split('\n')[0].TrimStart(' ', '*', '-').Length, Length(error));
            Assert.Equal(11, generation.Files.Count);
            Assert.Empty(generation.CompilerMessages);
        }
    }

    [Fact]
    public void A_flow_that_creates_without_match_rules_is_a_warning_on_its_sentence()
    {
        var generation = Project.OfRepository().Run();
        var warnings = generation.Result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Warning).ToArray();
        Assert.Equal(8, warnings.Length);
        Assert.All(warnings, warning => Assert.Equal("SLU012", warning.Id));
        Assert.Equal([14, 30, 46, 62, 14, 30, 46, 62], warnings.Select(warning => warning.Location.GetLineSpan().StartLinePosition.Line + 1));
        Assert.Equal("Every YouTrack Groups will be synchronized with a Customcrm Customer.".Length, Length(warnings[0]));
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
            Assert.Single(Microsoft.CodeAnalysis.Diagnostics.CompilationWithAnalyzers.GetEffectiveDiagnostics([warning], generation.Output.WithOptions(options))).Severity);
    }

    [Fact]
    public void A_problem_with_a_whole_document_leaves_the_other_documents_alone()
    {
        var generation = Project.OfRepository().Document("broken-thing.rst", "not a document").Run();
        Assert.Contains(generation.Result.Diagnostics, problem => problem.Severity == DiagnosticSeverity.Error);
        Assert.All(
            generation.Result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error),
            problem => Assert.Equal("/documents/broken-thing.rst", problem.Location.GetLineSpan().Path));
        Assert.Equal(11, generation.Files.Count);
    }

    [Fact]
    public void A_missing_hook_of_a_condition_is_an_error_on_the_sentence_and_nothing_else()
    {
        var generation = new Project().Document("alpha-beta.rst", Of(
            "Alpha", "Beta", Section("Alpha Members", "Beta Clients", "When a Member is nice", ["mail|EmailAddress"], ["name|FullName|\"string\""]))).Run();
        var error = Assert.Single(generation.Result.Diagnostics, problem => problem.Severity == DiagnosticSeverity.Error);
        Assert.Equal(("SLU040", 13), (error.Id, error.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Contains("private static partial bool WhenAMemberIsNice(Member left)", error.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(generation.CompilerMessages);
    }

    private static int Length(Diagnostic problem)
    {
        var span = problem.Location.GetLineSpan();
        return span.EndLinePosition.Character - span.StartLinePosition.Character;
    }
}
