using Sluice.Connectors.Keap;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.YouTrack;
using CrmContact = Sluice.Connectors.CustomCrm.Contact;
using CrmCustomer = Sluice.Connectors.CustomCrm.Customer;
using GoCustomer = Sluice.Connectors.PowerOfficeGo.Customer;
using GoProduct = Sluice.Connectors.PowerOfficeGo.Product;
using KeapContact = Sluice.Connectors.Keap.Contact;
using KeapProduct = Sluice.Connectors.Keap.Product;

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
        ("YouTrack", "Projects") => New(
            new Project { Name = "Keel", ShortName = "KEE", Leader = new() { Id = "1-3" } },
            project => project with { Archived = true }, "archived"),
        ("YouTrack", "Issues") => New(
            new Issue { Summary = "Mend the sail", Project = new() { Id = "0-1" } },
            issue => issue with { Description = null, Summary = "Sew the sail" }, "description", "summary"),
        ("YouTrack", "Workitems") => New(
            new WorkItem { Issue = new() { Id = "2-5" }, Duration = new() { Minutes = 45 }, Date = new(2026, 2, 3) },
            item => item with { Text = "Sewed", Duration = new() { Minutes = 60 } }, "text", "duration.minutes"),
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
        ("Keap", "Products") => New(
            new KeapProduct { ProductName = "Kite", ProductPrice = 19.90m, Active = true },
            product => product with { Sku = "KI-1" }, "sku"),
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
        ("Powerofficego", "Departments") => New(
            new Department { Name = "New Department", Code = "70" },
            department => department with { IsActive = false }, "IsActive"),
        ("Powerofficego", "Employees") => New(
            new Employee { FirstName = "New", LastName = "Employee", StartDate = new(2026, 1, 2) },
            employee => employee with { JobTitle = "Sailmaker" }, "JobTitle"),
        ("Powerofficego", "Products") => New(
            new GoProduct { Name = "Kite", Code = "KI-1", UnitPrice = 19.90m },
            product => product with { UnitPrice = 21.50m }, "UnitPrice"),
        ("Powerofficego", "Salesorders") => New(
            new SalesOrder
            {
                CustomerId = parent,
                SalesOrderDate = new(2026, 2, 3),
                SalesOrderLines = [new() { Description = "Sewing", Quantity = 2.5m, ProductUnitPrice = 10 }],
            },
            order => order with { CustomerReference = "Spring" }, "CustomerReference"),
        ("Powerofficego", "Suppliers") => New(
            new Supplier { Name = "New Supplier", EmailAddress = "new@supplier.example" },
            supplier => supplier with { WebsiteUrl = "https://supplier.example" }, "WebsiteUrl"),
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
