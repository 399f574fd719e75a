using Sluice.Connectors.Keap;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.YouTrack;
using CrmContact = Sluice.Connectors.CustomCrm.Contact;
using CrmCustomer = Sluice.Connectors.CustomCrm.Customer;
using GoCustomer = Sluice.Connectors.PowerOfficeGo.Customer;
using KeapContact = Sluice.Connectors.Keap.Contact;

namespace Sluice.Connectors.Tests.Conversations;

/// <summary>A record to make, and an edit of it.</summary>
/// <param name="Draft">What is made.</param>
/// <param name="Edit">The edit.</param>
/// <param name="Touched">The paths that it touches.</param>
public sealed record Sample(object Draft, Func<object, object> Edit, params string[] Touched)
{
    /// <param name="system">The system.</param>
    /// <param name="entity">Its entity.</param>
    /// <param name="parent">What the record belongs to, where it belongs to something.</param>
    public static Sample Of(string system, string entity, long parent) => (system, entity) switch
    {
        ("YouTrack", "Users") => New(
            new HubUser { Login = "new.user", Name = "Åse Ny", Guest = false },
            user => user with { Profile = new() { Email = new() { Email = "ase@example.com" } } },
            "profile.email.email"),
        ("YouTrack", "Usergroups") => New(
            new HubUserGroup { Name = "New Group" }, group => group with { Name = "Renamed" }, "name"),
        ("YouTrack", "Organizations") => New(
            new HubOrganization { OrganizationKey = "NEW", Name = "New Organization" },
            organization => organization with { Name = "Renamed" }, "name"),
        ("Keap", "Companies") => New(
            new Company { CompanyName = "New Company", Address = new() { Locality = "Oslo" } },
            company => company with { Website = "https://new.example" }, "website"),
        ("Keap", "Contacts") => New(
            new KeapContact
            {
                GivenName = "New",
                EmailAddresses = [new() { Email = "new@example.com", Field = "EMAIL1" }],
            },
            contact => contact with
            {
                EmailAddresses = [.. contact.EmailAddresses!, new() { Email = "second@example.com", Field = "EMAIL2" }],
            },
            "email_addresses.email"),
        ("Powerofficego", "Contactperson") => New(
            new ContactPerson { ContactId = parent, FirstName = "New", LastName = "Person" },
            person => person with { EmailAddress = "moved@example.com", PhoneNumber = null },
            "EmailAddress", "PhoneNumber"),
        ("Powerofficego", "Customers") => New(
            new GoCustomer { Name = "New Customer", MailAddress = new() { City = "Oslo", ZipCode = "0150" } },
            customer => customer with { MailAddress = customer.MailAddress! with { City = "Tromsø" } },
            "MailAddress.City"),
        ("Powerofficego", "Customers person") => New(
            new GoCustomer { FirstName = "New", LastName = "Person" },
            customer => customer with { FirstName = "Renamed" }, "FirstName"),
        ("Customcrm", "Customer") => New(
            new CrmCustomer { Name = "New Customer" }, customer => customer with { Name = "Renamed" }, "Name"),
        ("Customcrm", "Contact") => New(
            new CrmContact { LastName = "New", Email = "new@example.com" },
            contact => contact with { Email = null, FirstName = "Renamed" }, "Email", "FirstName"),
        _ => throw new ArgumentException($"There is no sample of {system} {entity} yet."),
    };

    private static Sample New<T>(T draft, Func<T, T> edit, params string[] touched)
        where T : class => new(draft, current => edit((T)current), touched);
}
