using Sluice.Specification.Problems;

namespace Sluice.Specification.Tests.Problems;

public sealed class RulesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "diagnostics");

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule()
    {
        // SLU1xx are the rules of REST clients, which are listed elsewhere.
        var pages = Directory.GetFiles(Folder, "SLU0*.md").Select(Path.GetFileNameWithoutExtension).Order();

        Assert.Equal(pages, Rules.All.Select(rule => rule.Code));
    }

    [Fact]
    public void A_page_says_what_happened_why_it_matters_what_to_type_and_where_severity_is_configured()
    {
        foreach (var rule in Rules.All)
        {
            var page = File.ReadAllText(Path.Combine(Folder, rule.Code + ".md")).ReplaceLineEndings("\n");
            Assert.StartsWith($"# {rule.Code}: {rule.Title}\n\nDefault severity: {Word(rule.Severity)}.\n", page,
                StringComparison.Ordinal);
            Assert.Contains("\n## What happened\n", page, StringComparison.Ordinal);
            Assert.Contains("\n## Why it matters\n", page, StringComparison.Ordinal);
            Assert.Contains("\n## What to type\n", page, StringComparison.Ordinal);
            Assert.Contains("`.globalconfig`", page, StringComparison.Ordinal);
            Assert.Contains($"dotnet_diagnostic.{rule.Code}.severity", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Codes_are_unique_and_in_order()
    {
        var codes = Rules.All.Select(rule => rule.Code).ToList();

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.Equal(
            codes.Count, typeof(Rules).GetProperties().Count(property => property.PropertyType == typeof(Rule)));
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "information",
    };
}
