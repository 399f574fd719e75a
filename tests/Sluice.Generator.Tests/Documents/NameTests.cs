using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>Documents name entities and properties as they please; the generated code compiles all the same.</summary>
public sealed class NameTests
{
    [Fact]
    public void An_entity_may_be_called_like_any_type_of_ours()
    {
        var names = typeof(Pairing).Assembly.GetExportedTypes()
            .Where(type => type is { Namespace: "Sluice", IsGenericType: false, IsNested: false })
            .Select(type => type.Name)
            .Concat(["String", "Object", "Span", "Exception", "Catalogue", "Action", "List"])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToArray();
        var contracts = names.Select(name => $$"""
            /// <summary>One.</summary>
            [Sluice.Entity("Gamma", "{{name}}")] public sealed record {{name}}
            {
                /// <summary>Name.</summary>
                [Sluice.RequiredOnCreate, System.Text.Json.Serialization.JsonPropertyName("name")]
                public string? Name { get; init; }
            }
            """);
        var generation = new Project()
            .Source("Contracts.cs", $"namespace Own;\n{string.Join('\n', contracts)}")
            .Document("beta-gamma.rst", Of("Beta", "Gamma", [.. names.Select(name =>
                Section("Beta Clients", $"Gamma {name}", Every, ["FullName|name"], ["FullName|name|\"string\""]))]))
            .Run();
        Assert.Equal(names.Length + 2, generation.Files.Count);
        Assert.Empty(generation.CompilerMessages);
    }

    [Theory]
    [InlineData("S", "s")]
    [InlineData("S", "A")]
    [InlineData("Ss", "Its")]
    public void An_entity_may_be_called_by_one_letter(string source, string target)
    {
        var generation = new Project(withContracts: false)
            .Document("beta-gamma.rst", Of(
                "Beta", "Gamma", Section($"Beta {source}", $"Gamma {target}", Every, ["a|b"], ["a|b|\"string\""])))
            .Run();

        Assert.Empty(generation.CompilerMessages);
        Assert.Equal(4, generation.Files.Count);
    }

    [Fact]
    public void Names_may_hold_anything_and_be_as_long_as_they_please()
    {
        var (path, entity) = (string.Join('.', Enumerable.Repeat("segment", 200)), new string('E', 150));
        var generation = new Project(withContracts: false)
            .Document("beta-gamma.rst", Of(
                "Beta", "Gamma",
                Section($"Beta {entity}", $"Gamma {entity}", Every, [], [$"{path}|{path}|N/A", "a\u0001b|*/|N/A"]),
                Section("Beta x\u2028y", "Gamma \u0085 \0", Every, [], ["</c>|a\ufffeb|\"string\""]),
                Section("Beta Odd", "Gamma Odd", $"When \u2028 */ </c> {path}", [], ["a|b|N/A"])))
            .Run();

        Assert.Empty(generation.CompilerMessages);
        Assert.All(generation.Files.Keys, name => Assert.InRange(name.Length, 1, 255));
        Assert.NotNull(generation.Assembly("names"));
    }

    [Fact]
    public void A_property_may_be_called_like_anything_that_the_class_has()
    {
        string[] names =
        [
            "descriptor", "key", "matches", "is_match", "read", "write", "create", "creating", "in_scope", "left",
            "right", "change", "fields", "field_value", "class", "event", "to_string", "equals", "pairing", "client",
            "new_gadget", "name_of", "given",
        ];
        var members = names.Select(name => $$"""
                /// <summary>One.</summary>
                [Sluice.RequiredOnCreate, System.Text.Json.Serialization.JsonPropertyName("{{name}}")]
                public string? {{Pascal(name)}} { get; init; }
            """);
        var generation = new Project()
            .Source("Gadget.cs", $$"""
                namespace Own;
                /// <summary>One.</summary>
                [Sluice.Entity("Gamma", "Gadgets")] public sealed record Gadget
                {
                {{string.Join('\n', members)}}
                }
                """)
            .Document("beta-gamma.rst", Of("Beta", "Gamma",
                Section(
                    "Beta Clients", "Gamma Gadgets", Every, [.. names.Select(name => $"FullName|{name}")],
                    [.. names.Select(name => $"Phone|{name}|\"string\"")])))
            .Run();
        Assert.Empty(generation.CompilerMessages);
        Assert.Contains(
            "private const int", generation.Files["Sluice.Flows.BetaGamma.ClientsGadgets.g.cs"],
            StringComparison.Ordinal);
    }

    // Two names are taken on every record, so these two properties are called otherwise.
    private static string Pascal(string name) => name switch
    {
        "to_string" => "ToText",
        "equals" => "EqualsOther",
        _ => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
    };
}
