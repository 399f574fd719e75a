using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>Documents that would call their pairings alike: nothing else is lost over it.</summary>
public sealed class NameConflictTests
{
    [Fact]
    public void Classes_that_differ_in_letter_case_have_files_of_their_own()
    {
        var generation = new Project(withContracts: false)
            .Document("a-bc.rst", Open("A", "Bc", "Orders", "Bills"))
            .Document("ab-c.rst", Open("Ab", "C", "Orders", "Bills"))
            .Run();

        Assert.Null(generation.Result.Exception);
        Assert.DoesNotContain(generation.Problems, Says("SLU043"));
        Assert.Empty(generation.CompilerMessages);
        Assert.Contains(
            "namespace Sluice.Flows.ABc;", generation.Files["Sluice.Flows.ABc.OrdersBills.g.cs"],
            StringComparison.Ordinal);
        Assert.Contains(
            "namespace Sluice.Flows.AbC;", generation.Files["Sluice.Flows.AbC.OrdersBills.2.g.cs"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_file_names_for_one_pair_of_known_systems_the_second_gives_way()
    {
        var generation = new Project()
            .Document("alpha-beta.rst", Known("Alpha", "Beta"))
            .Document("al-pha-beta.rst", Known("Alpha", "Beta").Replace(
                "Alpha to Beta Dataflow", "Al-pha to Beta Dataflow", StringComparison.Ordinal))
            .Run();

        Assert.Null(generation.Result.Exception);
        var problem = Assert.Single(generation.Problems, Says("SLU043"));
        Assert.StartsWith("/documents/alpha-beta.rst(12,1): error SLU043: 'al-pha-beta.rst' describes ", problem,
            StringComparison.Ordinal);
        Assert.Single(generation.Files.Keys, file => file.EndsWith("PersonsClients.g.cs", StringComparison.Ordinal));
        Assert.Empty(generation.CompilerMessages);
    }

    [Theory]
    [InlineData("x/ab-cd.rst", "y/ab-cd.rst")]
    [InlineData("y/ab-cd.rst", "x/ab-cd.rst")]
    public void One_file_in_two_folders_counts_once_in_whatever_order(string first, string second)
    {
        var generation = new Project(withContracts: false)
            .Document(first, Open("Ab", "Cd", "Orders", "Bills"))
            .Document(second, Open("Ab", "Cd", "Orders", "Bills"))
            .Run();

        var problem = Assert.Single(generation.Problems, Says("SLU043"));
        Assert.Contains("/documents/y/ab-cd.rst(12,1): error SLU043: 'x/ab-cd.rst'", problem, StringComparison.Ordinal);
        Assert.Empty(generation.CompilerMessages);
    }

    [Fact]
    public void A_second_reverse_is_not_left_out_in_silence()
    {
        var generation = new Project(withContracts: false)
            .Document("ab-cd.rst", Open("Ab", "Cd", "Orders", "Bills"))
            .Document("x/cd-ab.rst", Open("Cd", "Ab", "Bills", "Orders"))
            .Document("y/cd-ab.rst", Open("Cd", "Ab", "Bills", "Orders"))
            .Run();

        var problem = Assert.Single(generation.Problems, Says("SLU043"));
        Assert.Contains("/documents/y/cd-ab.rst(12,1): error SLU043: 'ab-cd.rst'", problem, StringComparison.Ordinal);
        Assert.Empty(generation.CompilerMessages);
    }

    [Fact]
    public void Other_entities_that_come_to_one_name_are_told_apart_in_words()
    {
        var generation = new Project(withContracts: false)
            .Document("ab-cd.rst", Open("Ab", "Cd", "Orders", "Bills"))
            .Document("y/ab-cd.rst", Open("Ab", "Cd", "orders", "Bills"))
            .Run();

        var problem = Assert.Single(generation.Problems, Says("SLU043"));
        Assert.Contains("would be called 'AbCd.OrdersBills', as that of 'Ab Orders' and 'Cd Bills' in ", problem,
            StringComparison.Ordinal);
        Assert.Empty(generation.CompilerMessages);
    }

    [Fact]
    public void Slugs_with_hyphens_are_not_taken_for_each_other()
    {
        var generation = new Project(withContracts: false)
            .Document("a-b-c.rst", Open("A-b", "C", "Orders", "Bills"))
            .Document("c-a-b.rst", Open("C-a", "B", "Bills", "Orders"))
            .Run();

        Assert.Equal(2, generation.Files.Keys.Count(file => file.Contains("Orders", StringComparison.Ordinal)
            && file.Contains("Bills", StringComparison.Ordinal)));
        Assert.Empty(generation.CompilerMessages);
    }

    [Fact]
    public void When_the_first_document_goes_the_second_takes_the_name()
    {
        var project = new Project(withContracts: false)
            .Documents(Enumerable.Range(1, 3).Select(i => ($"s{i}-t.rst", Open($"S{i}", "T", "Orders", "Bills"))))
            .Document("y/ab-cd.rst", Open("Ab", "Cd", "Orders", "Bills"))
            .Document("x/ab-cd.rst", Open("Ab", "Cd", "Orders", "Bills"));
        var before = project.Run();
        var after = project.Without("x/ab-cd.rst").Run();

        Assert.Contains(before.Problems, Says("SLU043"));
        Assert.DoesNotContain(after.Problems, Says("SLU043"));
        Assert.Equal(before.Files.Keys.Order(StringComparer.Ordinal), after.Files.Keys.Order(StringComparer.Ordinal));
    }

    private static string Open(string source, string target, string from, string to) => Of(
        source, target, Section($"{source} {from}", $"{target} {to}", Before, ["name|name"], ["name|name|\"string\""]));

    private static string Known(string source, string target) => Of(
        source, target,
        Section($"{source} Persons", $"{target} Clients", Before, ["name|FullName"], ["name|FullName|\"string\""]));

    private static Predicate<string> Says(string code) =>
        problem => problem.Contains(code, StringComparison.Ordinal);
}
