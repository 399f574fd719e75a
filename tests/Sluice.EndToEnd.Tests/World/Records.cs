using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>
/// The records of the Custom CRM, Keap and YouTrack that the examples are about, by their own account.
/// </summary>
/// <param name="dump">What the systems showed.</param>
internal sealed class Records(JsonNode dump)
{
    public IReadOnlyList<JsonNode> CrmContacts { get; } = Rows(dump, "customcrm", "contacts");

    public IReadOnlyList<JsonNode> CrmCustomers { get; } = Rows(dump, "customcrm", "customers");

    public IReadOnlyList<JsonNode> KeapContacts { get; } = Rows(dump, "keap", "contacts");

    public IReadOnlyList<JsonNode> KeapCompanies { get; } = Rows(dump, "keap", "companies");

    public Dump All { get; } = new(dump);

    /// <summary>An e-mail address or a name as it is compared; blank is none.</summary>
    public static string Folded(string? text) =>
        (text ?? "").Normalize(NormalizationForm.FormC).Trim().ToLowerInvariant();

    public static string? Text(JsonNode? row, string name) => row?[name]?.ToString();

    public static string CrmEmail(JsonNode row) => Folded(Text(row, "Email"));

    public static string KeapEmail(JsonNode row) => Folded(Text(Element(row, "email_addresses", "EMAIL1"), "email"));

    /// <summary>The element of a list of Keap's that a slot names.</summary>
    public static JsonNode? Element(JsonNode row, string list, string slot) =>
        (row[list] as JsonArray ?? []).FirstOrDefault(element => Text(element, "field") == slot);

    public string? CustomerName(string? id) =>
        CrmCustomers.FirstOrDefault(row => Text(row, "Id") == id)?["Name"]?.ToString();

    public string? CompanyName(string? id) =>
        KeapCompanies.FirstOrDefault(row => Text(row, "id") == id)?["company_name"]?.ToString();

    /// <summary>What a Custom CRM contact shows of the rows of the example, in their order.</summary>
    public string?[] OfCrmContact(JsonNode row) =>
    [
        Text(row, "FirstName"), Text(row, "LastName"), Text(row, "Email"), Text(row, "Phone"), Text(row, "Extension"),
        Text(row, "Birthday"), CustomerName(Text(row, "CustomerId")),
    ];

    /// <summary>The same of a Keap contact.</summary>
    public string?[] OfKeapContact(JsonNode row)
    {
        var phone = Element(row, "phone_numbers", "PHONE1");
        return
        [
            Text(row, "given_name"), Text(row, "family_name"), Text(Element(row, "email_addresses", "EMAIL1"), "email"),
            Text(phone, "number"), Text(phone, "extension"), Text(row, "birthday")?[..10],
            CompanyName(Text(row["company"], "id")),
        ];
    }

    /// <summary>What a Custom CRM customer shows of the rows of the example, in their order.</summary>
    public static string?[] OfCrmCustomer(JsonNode row) =>
    [
        Text(row, "Name"), Text(row, "Description"), Text(row, "Email"), Text(row, "Phone"), Text(row, "Fax"),
        Text(row, "Website"), Text(row, "StreetAddress1"), Text(row, "StreetAddress2"), Text(row, "City"),
        Text(row, "ZipCode"), Text(row, "Country") is "NO" ? "NOR" : Text(row, "Country"),
    ];

    /// <summary>The same of a Keap company.</summary>
    public static string?[] OfKeapCompany(JsonNode row) =>
    [
        Text(row, "company_name"), Text(row, "notes"), Text(row, "email_address"), Text(row["phone_number"], "number"),
        Text(row["fax_number"], "number"), Text(row, "website"), Text(row["address"], "line1"),
        Text(row["address"], "line2"), Text(row["address"], "locality"), Text(row["address"], "zip_code"),
        Text(row["address"], "country_code"),
    ];

    public static async Task<Records> ReadAsync(string file) => new(
        JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{file} is empty.")));

    private static IReadOnlyList<JsonNode> Rows(JsonNode dump, string system, string entity) =>
        [.. dump[system]![entity]!.AsArray().Select(row => row!)];
}
