using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.PowerOfficeGo;

internal sealed class PowerOfficeTables
{
    private long _lastId = 31_000_000;
    private long _lastNumber = 10_000;

    public Table Customers { get; } = new("customers");

    public Table ContactPersons { get; } = new("contactpersons");

    public Row NewCustomer(DateTimeOffset now)
    {
        var id = NextId();
        var stamp = Stamp.Ticks(now);
        return new(Text(id), new JsonObject
        {
            ["Id"] = id,
            ["Number"] = ++_lastNumber,
            ["Name"] = null,
            ["LegalName"] = null,
            ["IsPerson"] = false,
            ["FirstName"] = null,
            ["LastName"] = null,
            ["DateOfBirth"] = null,
            ["OrganizationNumber"] = null,
            ["EmailAddress"] = null,
            ["InvoiceEmailAddress"] = null,
            ["PhoneNumber"] = null,
            ["WebsiteUrl"] = null,
            ["MailAddress"] = null,
            ["ExternalNumber"] = null,
            ["ExternalImportReference"] = null,
            ["CurrencyCode"] = "NOK",
            ["DepartmentId"] = null,
            ["DepartmentCode"] = null,
            ["PaymentTermId"] = null,
            ["PaymentTerm"] = null,
            ["SubledgerAccountId"] = id + 500_000,
            ["IsActive"] = true,
            ["IsArchived"] = false,
            ["ContactCreatedDateTimeOffset"] = stamp,
            ["CustomerCreatedDateTimeOffset"] = stamp,
            ["LastChangedDateTimeOffset"] = stamp,
        });
    }

    public Row NewContactPerson(Row customer, DateTimeOffset now)
    {
        var id = NextId();
        var stamp = Stamp.Ticks(now);
        return new(Text(id), new JsonObject
        {
            ["Id"] = id,
            ["ContactId"] = customer.Body["Id"]!.GetValue<long>(),
            ["FirstName"] = null,
            ["LastName"] = null,
            ["EmailAddress"] = null,
            ["PhoneNumber"] = null,
            ["Title"] = null,
            ["IsActive"] = true,
            ["IsDefault"] = false,
            ["ExternalCode"] = null,
            ["MailAddress"] = null,
            ["CreatedDateTimeOffset"] = stamp,
            ["LastChangedDateTimeOffset"] = stamp,
        });
    }

    /// <summary>Gives an address that was written its id, its country and its own stamp.</summary>
    public void Stamped(JsonObject address, DateTimeOffset now)
    {
        address["Id"] ??= NextId();
        address["CountryCode"] ??= "NO";
        address["LastChangedDateTimeOffset"] = Stamp.Ticks(now);
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private long NextId() => _lastId += 7;
}
