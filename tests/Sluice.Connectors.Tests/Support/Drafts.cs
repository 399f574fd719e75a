using Sluice.Connectors.Keap;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.YouTrack;
using CrmContact = Sluice.Connectors.CustomCrm.Contact;
using CrmCustomer = Sluice.Connectors.CustomCrm.Customer;
using KeapContact = Sluice.Connectors.Keap.Contact;

namespace Sluice.Connectors.Tests.Support;

/// <summary>New records, each with something that must not be sent.</summary>
internal static class Drafts
{
    public static object Of(string system, string entity) => (system, entity) switch
    {
        ("YouTrack", "Users") => new HubUser { Id = "ignored", Login = "new.user", Name = "Åse Ny", Guest = false },
        ("YouTrack", "Usergroups") => new HubUserGroup { Name = "New Group" },
        ("YouTrack", _) => new HubOrganization { OrganizationKey = "NEW", Name = "New Organization" },
        ("Keap", "Companies") =>
            new Company { Id = 5, CompanyName = "New Company", Address = new() { Locality = "Oslo" } },
        ("Keap", "Products") =>
            new Keap.Product { ProductName = "Kite", ProductPrice = 19.90m, Active = false, Url = "x" },
        ("Keap", _) => new KeapContact
        {
            GivenName = "New",
            EmailAddresses = [new() { Email = "new@example.com", Field = "EMAIL1" }],
            Birthday = new(1980, 1, 31),
        },
        ("Powerofficego", "Customers") => new PowerOfficeGo.Customer
        {
            Name = "New Customer",
            MailAddress = new()
            {
                City = "Oslo",
                ZipCode = "0150",
                LastChangedDateTimeOffset = DateTimeOffset.UnixEpoch,
            },
        },
        ("Powerofficego", "Departments") => new Department { Id = 5, Name = "New Department", Code = "70" },
        ("Powerofficego", "Employees") => new Employee
        {
            FirstName = "New",
            LastName = "Employee",
            DateOfBirth = new(1980, 1, 31),
            StartDate = new(2026, 1, 2),
            DepartmentCode = "10",
            EmployeeCreatedDateTimeOffset = DateTimeOffset.UnixEpoch,
        },
        ("Powerofficego", "Products") => new PowerOfficeGo.Product
        {
            Name = "Kite",
            Code = "KI-1",
            UnitPrice = 19.90m,
            ProductType = "Product",
            IsStockItem = true,
            StockAvailable = 5,
        },
        ("Powerofficego", "Suppliers") => new Supplier { Name = "New Supplier", EmailAddress = "new@supplier.example" },
        ("Powerofficego", "Suppliers person") => new Supplier { FirstName = "New", LastName = "Supplier" },
        ("Powerofficego", _) => new PowerOfficeGo.Customer { FirstName = "New", LastName = "Person" },
        ("Customcrm", "Customer") => new CrmCustomer { Name = "New Customer" },
        _ => new CrmContact { LastName = "New" },
    };
}
