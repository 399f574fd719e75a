using Sluice.Specification.Binding;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Tests.Binding;

/// <summary>One match rule from YouTrack Users to Keap Contacts, and what comes of it.</summary>
public sealed class RuleTests
{
    private const string Mobile = "phones.number (Dependant on having mobile in phones.kind)";

    [Fact]
    public void What_a_value_depends_on_is_part_of_a_rule()
    {
        var (problems, result) = Read("login (Dependant on having NO in name)", Mobile, Contracts.Schema);

        Assert.Empty(problems);
        var rule = Assert.Single(Assert.Single(result.Pairings).Rules);
        Assert.Equal("login where name is NO", Assert.Single(rule.Right).Identity);
        Assert.Equal("phones.number where phones.kind is mobile", Assert.Single(rule.Left).Identity);
        Assert.Equal(Mobile, rule.LeftText);
    }

    [Fact]
    public void An_open_contract_has_the_path_and_what_it_depends_on_and_nothing_else()
    {
        var (problems, result) = Read("login name", Mobile, Schema.Empty);

        Assert.Empty(problems);
        Assert.Equal(
            ["phones.kind phones.number", "login name"], result.Open.Select(one => string.Join(' ', one.Paths)));
    }

    [Theory]
    [InlineData("login name (Dependant on having NO in login)", "SLU021 (23,8,44)",
        "Write 'login' and each of the others in a row of its own")]
    [InlineData("(Dependant on having NO in login)", "SLU021 (23,8,33)", "is not a path")]
    [InlineData("login (dependant on having NO in name)", "SLU021 (23,8,38)",
        "What a value depends on is written behind it as '(Dependant on having VALUE in PATH)'.")]
    [InlineData("login (Dependant on having NO in)", "SLU013 (23,15,25)", "This dependency cannot be evaluated")]
    [InlineData("login (Dependant on having NO in a b)", "SLU021 (23,15,29)", "'a b' is not a path")]
    [InlineData("login (Dependant on having NO in name) more", "SLU021 (23,15,36)", "'name) more' is not a path")]
    [InlineData("login, name", "SLU021 (23,8,11)", "'login, name' is not a path")]
    public void A_cell_that_is_wrong_is_one_problem_and_no_rule_in_any_contract(
        string cell, string place, string words)
    {
        foreach (var schema in (Schema[])[Contracts.Schema, Schema.Empty])
        {
            var (problems, result) = Read(cell, "job", schema);

            var problem = Assert.Single(problems);
            Assert.Equal([place], Samples.Places([problem]));
            Assert.Contains(words, problem.Message, StringComparison.Ordinal);
            Assert.Empty(Assert.Single(result.Pairings).Rules);
        }
    }

    [Fact]
    public void What_does_not_exist_is_reported_where_it_stands()
    {
        var (problems, _) = Read("login (Dependant on having NO in nmae)", "job", Contracts.Schema);

        Assert.Equal(["SLU032 (23,15,30)"], Samples.Places(problems));
    }

    // Without what the flow itself is told.
    private static (List<Problem> Problems, BindingResult Result) Read(string source, string target, Schema schema)
    {
        const string A = "YouTrack Users", B = "Keap Contacts";
        const string Merge = $"A {A} will merge with a {B} if one of the following property combinations match:";
        var text = Samples.Around(Samples.Section(A, B, "Keap")).Replace(
            Samples.Once(A, B),
            $"{Merge}\n\n{Samples.Table($"{A} Property", $"{B} Property")}{Samples.Row(source, target)}\n"
            + Samples.Once(A, B),
            StringComparison.Ordinal);
        var reading = DocumentReader.Read("youtrack-keap.rst", text);
        var result = Binder.Bind(reading.Document, null, schema, Hooks.None);
        return ([.. reading.Problems.Concat(result.Problems).Where(one => one.Code is not ("SLU012" or "SLU030"))],
            result);
    }
}
