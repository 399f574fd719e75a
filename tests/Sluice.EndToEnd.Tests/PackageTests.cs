using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>What others get: packages, in a solution that knows nothing of this one.</summary>
public sealed class PackageTests
{
    private const string Document = "Shop/spec/dataflows/shop-ledger.rst";
    private const string Pairing = "Shop.LedgerShop.AccountCustomer";
    private const string Prefix = "MappingTests.Mappings_are_as_accepted#";

    // A sentence is one line of a document.
    private const string Before =
        "Before any synchronization can take place, a link between a Shop Customer and a Ledger Account must be "
        + "established.";

    private const string Once =
        "Once a link between a Shop Customer and a Ledger Account is established, it will keep in sync between the two "
        + "systems, regardless of where it is edited.";

    private const string Text =
        $"""
        =======================
        Shop to Ledger Dataflow
        =======================

        Generated: 2025-01-01 00:00:00

        Introduction
        ------------

        Which customers of the shop are accounts.

        Shop Customer to Ledger Account
        -------------------------------
        {Before}

        A Shop Customer will merge with a Ledger Account if one of the following property combinations match:

        .. list-table::
           :header-rows: 1

           * - Shop Customer Property
             - Ledger Account Property
           * - email
             - contact.email

        {Once}

        The following properties are synchronized between a Shop Customer and a Ledger Account:

        .. list-table::
           :header-rows: 1

           * - Shop Customer Property
             - Ledger Account Property
             - Ledger Data Type
           * - full_name
             - title
             - "string"

        """;

    [Fact]
    public async Task A_document_is_compiled_snapshotted_changed_and_deleted_where_all_comes_from_packages()
    {
        using var consumer = new Consumer();
        (await consumer.PackAsync()).Returned(0);

        consumer.Write(Document, Text);
        (await consumer.TestAsync()).Returned(1).Saying($"{Prefix}{Pairing}.g.verified.cs does not exist yet");
        (await consumer.TestAsync(accept: true)).Returned(0);
        Assert.Contains($"{Prefix}{Pairing}.g.verified.cs", consumer.Snapshots);
        Assert.Contains(Pairing, consumer.Types);
        Assert.Equal(["Sluice.Documents/spec/dataflows/shop-ledger.rst"], consumer.Resources);

        consumer.Write(Document, Text.Replace("     - title", "     - label", StringComparison.Ordinal));
        (await consumer.TestAsync()).Returned(1).Saying(
            $"{Prefix}{Pairing}.g.verified.cs differs", "- // full_name → title", "+ // full_name → label");

        File.Delete(consumer.Path(Document));
        (await consumer.TestAsync()).Returned(1).Saying(
            $"{Prefix}{Pairing}.g.verified.cs is no longer made by anything");
        Assert.DoesNotContain(Pairing, consumer.Types);
        Assert.Empty(consumer.Resources);
        (await consumer.TestAsync(accept: true)).Returned(0);
        Assert.Empty(consumer.Snapshots);
    }

    [Fact]
    public async Task Packages_pin_each_other_exactly_and_a_generator_that_fails_to_start_fails_the_build()
    {
        using var consumer = new Consumer();
        (await consumer.PackAsync()).Returned(0);

        Assert.Equal(
            [
                "Sluice.Abstractions", "Sluice.Connectors", "Sluice.Generator", "Sluice.Pipeline", "Sluice.Snapshots",
                "Sluice.Stores.Sqlite",
            ],
            consumer.Packages.Select(package => package.Id));
        Assert.All(
            consumer.Packages.SelectMany(package => package.Dependencies),
            version => Assert.Matches(@"^\[[^,\]]+\]$", version));

        consumer.Write(Document, Text);
        consumer.Write("Shop/Directory.Build.targets", """
            <Project>
              <Target Name="LoseSpecification" BeforeTargets="CoreCompile">
                <ItemGroup>
                  <Analyzer Remove="@(Analyzer)" Condition="'%(Filename)' == 'Sluice.Specification'" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        (await consumer.BuildAsync("Shop")).Returned(1).Saying("error CS8784: Generator 'DocumentGenerator' failed");
    }
}
