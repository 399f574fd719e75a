using System.Globalization;
using Microsoft.CodeAnalysis;
using Sluice.Generator.Tests.Harness;
using Sluice.Snapshots;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>Lists of connected records are held against contracts.</summary>
public sealed class ConnectionTests
{
    private const string Class = "Sluice.Flows.CustomcrmKeap.ContactContacts";

    private static readonly string Companies =
        Section("Customcrm Customer", "Keap Companies", Before, ["Name|company_name"], []);

    [Fact]
    public void Creation_for_connected_records()
    {
        var generation = Run(Contacts("Customcrm Customer"), Companies);

        Snapshot.Verify(generation.Files[Class + ".g.cs"], Class + ".g.cs");
        Assert.Empty(generation.CompilerMessages);
    }

    [Theory]
    [InlineData("Customcrm Customer", "CustomerId", "")]
    [InlineData("Customcrm customer", "CustomerId", "")]
    [InlineData("Customcrm customcrm-customer", "CustomerId", "")]
    [InlineData("Customcrm Customer id", "CustomerId", "")]
    public void A_name_is_an_entity_or_what_holds_its_key_in_any_spelling(string list, string forth, string back)
    {
        var connection = Assert.Single(Load(Run(Contacts(list), Companies)).Right.Connections);

        Assert.Equal(new("Customcrm", "Customer"), connection.Entity);
        Assert.Equal((forth, back), (string.Join(' ', connection.Forth), string.Join(' ', connection.Back)));
    }

    [Fact]
    public void The_other_record_may_hold_the_key()
    {
        var customers = Section(
            "Customcrm Customer", "Keap Companies", ConnectedTo("Customcrm Contact"), ["Name|company_name"], []);
        var pairing = Run(customers, Section("Customcrm Contact", "Keap Contacts", Before, [], []))
            .Load("Sluice.Flows.CustomcrmKeap.CustomerCompanies").Descriptor;

        var connection = Assert.Single(pairing.Right.Connections);
        Assert.Equal(new("Customcrm", "Contact"), connection.Entity);
        Assert.Equal((0, "CustomerId"), (connection.Forth.Count, Assert.Single(connection.Back)));
    }

    [Theory]
    [InlineData("Customcrm Custmer", "Custmer", "Did you mean 'Customer'?")]
    [InlineData("Customcrm Invoices", "Invoices", "It has 'Contact', 'Customer', 'CustomerId'; correct the name")]
    [InlineData("Customcrm Customer, or Contact", "Contact", "Mark it with [Reference(\"Customcrm\", \"Contact\")] in")]
    public void What_is_not_known_or_not_connected_is_a_warning_on_the_name(string list, string name, string words)
    {
        var contacts = Contacts(list);

        var warning = Assert.Single(
            Run(contacts, Companies).Result.Diagnostics, problem => problem.Id == "SLU041");

        var span = warning.Location.GetLineSpan();
        var line = Of("Customcrm", "Keap", contacts, Companies).Split('\n')[span.StartLinePosition.Line];
        Assert.Equal(
            name, line[span.StartLinePosition.Character..span.EndLinePosition.Character]);
        Assert.Contains(words, warning.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
    }

    [Fact]
    public void Between_systems_without_contracts_nothing_says_what_is_connected()
    {
        var generation = new Project(withContracts: false)
            .Document("ab-cd.rst", Of(
                "Ab", "Cd",
                Section("Ab Orders", "Cd Bills", ConnectedTo("Ab Firms"), [], ["a|b|\"string\""]),
                Section("Ab Firms", "Cd Clients", Every, [], ["a|b|\"string\""])))
            .Run();

        var warning = Assert.Single(generation.Result.Diagnostics, problem => problem.Id == "SLU041");
        Assert.EndsWith(
            "Nothing in documents says which records refer to which: declare contracts with "
            + "[Reference(\"Ab\", \"…\")] for both.",
            warning.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_section_keeps_in_step_is_never_there_to_be_connected_to()
    {
        var warning = Assert.Single(
            Run(Contacts("Customcrm Customer")).Result.Diagnostics, problem => problem.Id == "SLU041");

        Assert.Contains(
            "No section keeps Customcrm Customer in step with anything in Keap",
            warning.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_that_no_section_covers_is_a_warning_on_the_row()
    {
        var row = Section("Customcrm Contact", "Keap Contacts", Before, [], ["CustomerId|company.id|\"integer\""]);

        var warning = Assert.Single(Run(row).Result.Diagnostics, problem => problem.Id == "SLU042");

        Assert.Contains(
            "'CustomerId' and 'company.id' hold keys of Customcrm Customer and Keap Companies",
            warning.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.DoesNotContain(Run(row, Companies).Result.Diagnostics, problem => problem.Id == "SLU042");
    }

    private static string Contacts(string list) => Section(
        "Customcrm Contact", "Keap Contacts", ConnectedTo(list), ["Email|email_addresses.email"],
        ["Email|email_addresses.email (Dependant on having EMAIL1 in email_addresses.field)|\"string\""]);

    private static Generation Run(params string[] sections) =>
        new Project().Document("customcrm-keap.rst", Of("Customcrm", "Keap", sections)).Run();

    private static PairingDescriptor Load(Generation generation) => generation.Load(Class).Descriptor;
}
