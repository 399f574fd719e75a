using Sluice.Generator.Tests.Harness;
using Sluice.Snapshots;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>One snapshot for each thing that documents can say and the given ones do not.</summary>
public sealed class FeatureTests
{
    private const string Class = "Sluice.Flows.AlphaBeta.PersonsClients";

    [Fact]
    public void Several_sources_of_one_target() => Verify(
        Section(
            "Alpha Persons", "Beta Clients", Before, [],
            ["mail|EmailAddress|\"string\"", "backup|EmailAddress|\"string\"", "display_name|FullName|\"string\""]));

    [Fact]
    public void A_source_that_is_read_only_is_one_way() => Verify(
        Section("Alpha Persons", "Beta Clients", Before, [], ["display_name|FullName|\"string\"", "phone|Phone|N/A"]));

    [Fact]
    public void Several_match_rules_with_alternatives_and_guards() => Verify(
        Section(
            "Alpha Persons", "Beta Clients", Before,
            ["mail.address|EmailAddress", "mail backup|EmailAddress", "phone|Phone", "class|Code"], []));

    [Fact]
    public void A_match_rule_by_what_is_in_a_list() => Verify(
        Section("Alpha Persons", "Beta Clients", Before, ["name|Kinds.Name"], []));

    [Fact]
    public void A_match_rule_by_what_depends_on_something() => Verify(
        Section(
            "Alpha Persons", "Beta Clients", Before,
            [
                "mail.address (Dependant on having NO in class)|EmailAddress",
                "name (Dependant on having <b> in class)|Kinds.Name (Dependant on having A in Code)",
            ], []));

    [Fact]
    public void Keywords_and_members_that_are_never_null() => Verify(
        Section("Beta Clients", "Alpha Persons", Before, [], ["Code|class|\"string\""]));

    [Fact]
    public void Creation_without_a_hook() => Verify(
        Section("Alpha Persons", "Beta Clients", Every, ["mail|EmailAddress"], ["name|FullName|\"string\""]));

    [Fact]
    public void Creation_where_rows_supply_everything() => Verify(
        Section("Beta Clients", "Alpha Persons", Every, ["EmailAddress|mail"], ["FullName|name|\"string\""]));

    [Fact]
    public void Creation_under_a_condition_in_prose() => Verify(
        Section(
            "Alpha Persons", "Beta Clients", "When an Alpha Person is \"nice\" & <old>", ["mail|EmailAddress"], []));

    [Fact]
    public void Creation_under_a_condition_with_hooks() => Verify(
        Section("Alpha Persons", "Beta Clients", "When a Person is nice", ["mail|EmailAddress"], []),
        """
        using Sluice.Generator.Tests.Contracts;

        namespace Sluice.Flows.AlphaBeta;

        public sealed partial class PersonsClients
        {
            private static partial bool WhenAPersonIsNice(Person left) => left.Count > 1;

            private static partial NewClient? Creating(Person left) =>
                left.Name is { } name
                    ? new NewClient { FullName = name, Kinds = [new ClientKind { Name = "A" }] }
                    : null;

            private static partial bool InScope(Person left) => left.Count != 3;

            private static partial bool InScopeClients(Client right) => right.Id != 0;
        }
        """);

    [Fact]
    public void Both_documents_make_one_pairing()
    {
        var generation = new Project()
            .Document(
                "alpha-beta.rst",
                Of("Alpha", "Beta", Section("Alpha Persons", "Beta Clients", Every, [], ["name|FullName|\"string\""])))
            .Document(
                "beta-alpha.rst",
                Of(
                    "Beta", "Alpha",
                    Section("Beta Clients", "Alpha Persons", Every, ["Phone|phone"], ["Code|backup|\"string\""])))
            .Run();
        Assert.Equal(2, generation.Files.Count);
        Snapshot.Verify(generation.Files[Class + ".g.cs"], Class + ".g.cs");
        Assert.Empty(generation.CompilerMessages);
    }

    [Fact]
    public void Another_root_namespace()
    {
        var generation = new Project("Acme.Flows")
            .Document("alpha-beta.rst", Of("Alpha", "Beta", Section("Alpha Persons", "Beta Clients", Before, [], [])))
            .Run();
        Snapshot.Verify(generation.Files["Acme.Flows.Catalogue.g.cs"], "Acme.Flows.Catalogue.g.cs");
        Assert.Empty(generation.CompilerMessages);
    }

    [Fact]
    public void Own_contracts_are_written_down_as_data()
    {
        var generation = new Project("Sluice.Own").Source("Own.cs", """
            using System.Text.Json.Serialization;

            namespace Sluice.Own;

            /// <summary>One.</summary>
            [Entity("Gamma", "Ones"), SameRecordAs("Gamma", "Twos", nameof(Two)), OmitsNulls]
            public sealed record One
            {
                /// <summary>Key.</summary>
                [Key, JsonPropertyName("id")] public required string Id { get; init; }

                /// <summary>Two.</summary>
                [Reference("Gamma", "Twos"), JsonPropertyName("two")] public string? Two { get; init; }

                /// <summary>Parts.</summary>
                [Set, KeyedBy(nameof(Part.Name)), JsonPropertyName("parts")]
                public IReadOnlyList<Part>? Parts { get; init; }

                /// <summary>Day.</summary>
                [JsonPropertyName("day")] public DateOnly? Day { get; init; }

                /// <summary>Not part of the contract.</summary>
                public string? Other { get; init; }
            }

            /// <summary>A part, which holds parts.</summary>
            [Scalar(nameof(Name))]
            public sealed record Part
            {
                /// <summary>Name.</summary>
                [Canonical(Canonical.Name), JsonPropertyName("name")] public string? Name { get; init; }

                /// <summary>Parts.</summary>
                [JsonPropertyName("parts")] public Part[]? Parts { get; init; }
            }
            """).Run();
        Snapshot.Verify(generation.Files["Sluice.Own.ContractCatalogue.g.cs"], "Sluice.Own.ContractCatalogue.g.cs");
        Assert.Empty(generation.CompilerMessages);
    }

    private static void Verify(
        string section, string? hooks = null, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        var (source, target) = section.StartsWith("Alpha", StringComparison.Ordinal)
            ? ("Alpha", "Beta")
            : ("Beta", "Alpha");
        var project = new Project().Document($"{source}-{target}.rst", Of(source, target, section));
        if (hooks is not null)
            project.Source("Hooks.cs", hooks);

        var generation = project.Run();
        Snapshot.Verify(generation.Files[Class + ".g.cs"], Class + ".g.cs", method: method);
        Assert.Empty(generation.CompilerMessages);
    }
}
