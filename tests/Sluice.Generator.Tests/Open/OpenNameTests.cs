using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Open;

/// <summary>Documents name what they please; the contracts made of it compile, and their names stay.</summary>
public sealed class OpenNameTests
{
    [Fact]
    public void A_path_may_be_called_like_any_word_of_csharp_or_anything_that_a_contract_has()
    {
        string[] words =
        [
            .. SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds())
                .Select(SyntaxFacts.GetText).Where(word => word.All(char.IsLetter)),
            "Node", "Orders", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize",
            "ReferenceEquals", "Deconstruct", "PrintMembers", "OpenPath", "OpenPath.Get", "FieldValue", "JsonObject",
            "IOpenRecord", "System", "Sluice", "left", "right", "change", "fields", "value.value", "field.field",
            "_", "__", "_1", "_2", "_22", "1", "2",
        ];
        var generation = new Project(withContracts: false)
            .Document("ab-cd.rst", Of("Ab", "Cd", Section(
                "Ab Orders", "Cd Bills", Every, [.. words.Select(word => $"{word}|{word}")],
                [.. words.Select(word => $"{word}|{word}|\"string\"")])))
            .Run();

        Assert.Empty(generation.CompilerMessages);
        Assert.Equal(4, generation.Files.Count);
    }

    [Fact]
    public void An_entity_may_be_called_like_any_type_of_ours()
    {
        string[] names =
        [
            .. typeof(Pairing).Assembly.GetExportedTypes()
                .Where(type => type is { Namespace: "Sluice", IsGenericType: false, IsNested: false })
                .Select(type => type.Name),
            "String", "Object", "Span", "Exception", "Catalogue", "Action", "List", "Open", "System", "Sluice", "Cd",
            "JsonObject", "GeneratedCode", "GeneratedCodeAttribute",
        ];
        var generation = new Project(withContracts: false)
            .Document("ab-cd.rst", Of("Ab", "Cd", [.. names.Select(name =>
                Section($"Ab {name}", $"Cd {name}", Every, ["name|name"], ["name|name|\"string\"", "City|city|N/A"]))]))
            .Run();

        Assert.Empty(generation.CompilerMessages);
    }

    [Fact]
    public void Two_entities_may_make_the_name_of_any_type_of_ours()
    {
        var pairs = typeof(Pairing).Assembly.GetExportedTypes()
            .Where(type => type is { Namespace: "Sluice", IsGenericType: false, IsNested: false })
            .Select(type => type.Name)
            .Concat(["GeneratedCode", "GeneratedCodeAttribute", "TimeProvider", "JsonObject", "IReadOnlyList"])
            .Select(name => (Name: name, End: name.AsSpan(1).LastIndexOfAnyInRange('A', 'Z') + 1))
            .Where(one => one.End > 0)
            .Select(one => (Left: one.Name[..one.End], Right: one.Name[one.End..]));
        var generation = new Project(withContracts: false)
            .Document("ab-cd.rst", Of("Ab", "Cd", [.. pairs.Select(pair =>
                Section($"Ab {pair.Left}", $"Cd {pair.Right}", Every, ["name|name"], ["name|name|\"string\""]))]))
            .Run();

        Assert.Empty(generation.CompilerMessages);
    }

    [Theory]
    [InlineData("Node")]
    [InlineData("System")]
    [InlineData("__")]
    [InlineData("Orders")]
    public void A_path_may_be_called_like_its_entity(string name)
    {
        var generation = new Project(withContracts: false)
            .Document("ab-cd.rst", Of("Ab", "Cd", Section(
                $"Ab {name}", "Cd Bills", Every, [$"{name}|id"], [$"{name}|name|\"string\""])))
            .Run();

        Assert.Empty(generation.CompilerMessages);
    }

    [Fact]
    public void Twins_in_letter_case_have_contracts_properties_and_files_of_their_own()
    {
        var generation = new Project(withContracts: false)
            .Document("ab-cd.rst", Of("Ab", "Cd",
                Section("Ab LineItem", "Cd Bills", Before, [], ["city|City|\"string\"", "City|city|\"string\""]),
                Section("Ab Lineitem", "Cd Bills", Before, [], ["Zip|zip|\"string\""])))
            .Run();

        Assert.Empty(generation.CompilerMessages);
        Assert.Equal(
            ["Sluice.Flows.Open.Ab.LineItem.g.cs", "Sluice.Flows.Open.Ab.Lineitem.2.g.cs"],
            generation.Files.Keys.Where(file => file.Contains(".Ab.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.Equal(["City", "city", "zip"], Properties(generation, "Cd.Bills"));
    }

    [Theory]
    [InlineData("city", "City")]
    [InlineData("City", "city")]
    [InlineData("a.b", "a__b")]
    [InlineData("$id", "id")]
    public void A_document_that_is_added_renames_nothing(string path, string added)
    {
        var project = new Project(withContracts: false).Document("mm-cd.rst", Text("Mm", path));
        var before = Properties(project.Run(), "Cd.Bills");

        var first = Properties(project.Document("aa-cd.rst", Text("Aa", added)).Run(), "Cd.Bills");

        Assert.Superset(before.ToHashSet(StringComparer.Ordinal), first.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(2, first.Length);
    }

    [Fact]
    public void Names_do_not_depend_on_the_order_of_files_or_on_the_culture()
    {
        var one = new Project(withContracts: false)
            .Document("aa-cd.rst", Text("Aa", "i.I")).Document("mm-cd.rst", Text("Mm", "I.i")).Run();
        var culture = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new("tr-TR");
            var other = new Project(withContracts: false)
                .Document("mm-cd.rst", Text("Mm", "I.i")).Document("aa-cd.rst", Text("Aa", "i.I")).Run();

            Assert.Equal(
                one.Files.OrderBy(file => file.Key, StringComparer.Ordinal),
                other.Files.OrderBy(file => file.Key, StringComparer.Ordinal));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }
    }

    private static string Text(string source, string path) => Of(
        source, "Cd", Section($"{source} Orders", "Cd Bills", Before, [], [$"name|{path}|\"string\""]));

    private static string[] Properties(Generation generation, string contract)
    {
        Assert.Empty(generation.CompilerMessages);
        return
        [
            .. generation.Files[$"Sluice.Flows.Open.{contract}.g.cs"].Split('\n')
                .Where(line => line.StartsWith("    public FieldValue ", StringComparison.Ordinal))
                .Select(line => line["    public FieldValue ".Length..]).Order(StringComparer.Ordinal),
        ];
    }
}
