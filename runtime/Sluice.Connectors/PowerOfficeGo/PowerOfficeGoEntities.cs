using Sluice.Connectors.Entities;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>PowerOffice Go's entities. Both names of customers list the same records.</summary>
internal static class PowerOfficeGoEntities
{
    private static readonly EntityName AllCustomers = new(PowerOfficeGoOptions.SystemName, "Customers");

    public static Entity<ContactPerson> ContactPersons { get; } = new(
        new(PowerOfficeGoOptions.SystemName, "Contactperson"),
        PowerOfficeGoJson.Default.ContactPerson,
        KeyOf,
        "ContactId",
        "Id")
    {
        Modified = person => Later(person.LastChangedDateTimeOffset, person.MailAddress),
    };

    public static Entity<Customer> Customers { get; } = CustomersAs(AllCustomers);

    /// <summary>A customer that stops being a person leaves the scope. It is neither gone nor deleted.</summary>
    public static Entity<Customer> Persons { get; } = CustomersAs(
        new(PowerOfficeGoOptions.SystemName, "Customers person"), customer => customer.IsPerson == true);

    private static Entity<Customer> CustomersAs(EntityName name, Func<Customer, bool>? inScope = null) =>
        new(name, PowerOfficeGoJson.Default.Customer, customer => RecordKey.Of(customer.Id), "Id")
        {
            Physical = (AllCustomers, customer => RecordKey.Of(customer.Id)),
            InScope = inScope ?? (_ => true),
            Modified = customer => Later(customer.LastChangedDateTimeOffset, customer.MailAddress),
        };

    private static string? KeyOf(ContactPerson person) =>
        RecordKey.Of(person.ContactId) is { } parent && RecordKey.Of(person.Id) is { } child
            ? $"{parent}/{child}"
            : null;

    // The record's stamp stands still while its address changes, so that the later of the two covers all of it.
    private static DateTimeOffset? Later(DateTimeOffset? record, MailAddress? address) =>
        address?.LastChangedDateTimeOffset > record ? address.LastChangedDateTimeOffset : record;
}
