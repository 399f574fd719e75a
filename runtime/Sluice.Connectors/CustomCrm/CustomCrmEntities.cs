using Sluice.Connectors.Entities;

namespace Sluice.Connectors.CustomCrm;

/// <summary>The Custom CRM's entities.</summary>
internal static class CustomCrmEntities
{
    public static Entity<Customer> Customers { get; } = new(
        new(CustomCrmOptions.SystemName, "Customer"), CustomCrmJson.Default.Customer, customer => customer.Id, "Id");

    public static Entity<Contact> Contacts { get; } = new(
        new(CustomCrmOptions.SystemName, "Contact"), CustomCrmJson.Default.Contact, contact => contact.Id, "Id")
    {
        Modified = contact => contact.Modified,
    };
}
