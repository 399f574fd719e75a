using Sluice.Generator.Tests.Harness;
using Sluice.Snapshots;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Open;

/// <summary>What documents between systems without contracts become.</summary>
public sealed class OpenSnapshotTests
{
    [Fact]
    public void A_pairing_over_two_open_contracts()
    {
        var generation = new Project().Document("hubspot-superoffice.rst", Of(
            "HubSpot", "SuperOffice",
            Section(
                "HubSpot Line item", "SuperOffice QuoteLine", Every,
                ["customer.email backup_email|person.email", "id|externalId"],
                [
                    "customer|person.name|\"string\"", "customer.name|person.name|\"string\"",
                    "properties.class|Class|N/A", "lineItems.price|total|\"decimal\"",
                    "created|date|\"datetime-format\",\"%Y-%m-%d\",\"_.\"]",
                    "phones.number (Dependant on having mobile in phones.name)|mobile|\"string\"",
                    "city|town (Dependant on having NO in country)|\"string\"",
                ]))).Run();

        Assert.Empty(generation.CompilerMessages);
        Assert.Equal(
            [
                "Sluice.Flows.Catalogue.g.cs", "Sluice.Flows.HubspotSuperoffice.LineItemQuoteLine.g.cs",
                "Sluice.Flows.Open.Hubspot.Line_item.g.cs", "Sluice.Flows.Open.Superoffice.QuoteLine.g.cs",
            ],
            generation.Files.Keys.Order(StringComparer.Ordinal));
        foreach (var (hint, text) in generation.Files)
            Snapshot.Verify(text, hint);
    }

    [Fact]
    public void A_pairing_of_a_contract_with_an_open_one()
    {
        var generation = new Project().Document("alpha-hubspot.rst", Of(
            "Alpha", "HubSpot",
            Section(
                "Alpha Persons", "HubSpot Contact", Every, ["mail.address|properties.email"],
                ["name|properties.name|\"string\"", "phone|properties.phone|N/A", "class|code|\"integer\""]))).Run();

        Assert.Empty(generation.CompilerMessages);
        const string Hint = "Sluice.Flows.AlphaHubspot.PersonsContact.g.cs";
        Snapshot.Verify(generation.Files[Hint], Hint);
    }
}
