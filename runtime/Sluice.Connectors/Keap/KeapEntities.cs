using Sluice.Connectors.Entities;

namespace Sluice.Connectors.Keap;

/// <summary>Keap's entities.</summary>
internal static class KeapEntities
{
    /// <summary>
    /// What Keap leaves out of its answers unless it is asked for: what is left out cannot be kept in step.
    /// </summary>
    public static IReadOnlyList<string> CompanyExtras { get; } = ["notes", "fax_number", "custom_fields"];

    /// <inheritdoc cref="CompanyExtras"/>
    public static IReadOnlyList<string> ContactExtras { get; } = ["job_title", "lead_source_id", "custom_fields"];

    public static Entity<Company> Companies { get; } = new(
        new(KeapOptions.SystemName, "Companies"), KeapJson.Default.Company, company => RecordKey.Of(company.Id), "id");

    public static Entity<Contact> Contacts { get; } = new(
        new(KeapOptions.SystemName, "Contacts"), KeapJson.Default.Contact, contact => RecordKey.Of(contact.Id), "id")
    {
        Modified = contact => contact.LastUpdated,

        // A company's new name is an edit of the company.
        Unstamped = ["company.company_name"],
    };

    public static Entity<Product> Products { get; } = new(
        new(KeapOptions.SystemName, "Products"), KeapJson.Default.Product, product => RecordKey.Of(product.Id), "id");
}
