using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.PowerOfficeGo;

internal sealed class PowerOfficeTables(SeededRandom orders)
{
    private long _lastId = 31_000_000;
    private long _lastNumber = 10_000;

    public Table Customers { get; } = new("customers");

    public Table ContactPersons { get; } = new("contactpersons");

    public Table Suppliers { get; } = new("suppliers");

    public Table Employees { get; } = new("employees");

    public Table Departments { get; } = new("departments");

    public Table Products { get; } = new("products");

    public Table SalesOrders { get; } = new("salesorders");

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
            ["NationalIdNumber"] = null,
            ["ContactCreatedDateTimeOffset"] = stamp,
            ["CustomerCreatedDateTimeOffset"] = stamp,
            ["LastChangedDateTimeOffset"] = stamp,
        });
    }

    public Row NewContactPerson(Row contact, DateTimeOffset now)
    {
        var id = NextId();
        var stamp = Stamp.Ticks(now);
        return new(Text(id), new JsonObject
        {
            ["Id"] = id,
            ["ContactId"] = contact.Body["Id"]!.GetValue<long>(),
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

    /// <summary>A contact that is a customer already keeps its id.</summary>
    public Row NewSupplier(DateTimeOffset now, long? contact = null)
    {
        var id = contact ?? NextId();
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
            ["PhoneNumber"] = null,
            ["WebsiteUrl"] = null,
            ["MailAddress"] = null,
            ["ExternalNumber"] = null,
            ["ExternalImportReference"] = null,
            ["CurrencyCode"] = "NOK",
            ["DepartmentId"] = null,
            ["DepartmentCode"] = null,
            ["PaymentTermId"] = null,
            ["Payout"] = true,
            ["SubledgerAccountId"] = id + 500_000,
            ["IsActive"] = true,
            ["IsArchived"] = false,
            ["ContactCreatedDateTimeOffset"] = stamp,
            ["SupplierCreatedDateTimeOffset"] = stamp,
            ["LastChangedDateTimeOffset"] = stamp,
        });
    }

    public Row NewEmployee(DateTimeOffset now)
    {
        var id = NextId();
        var stamp = Stamp.Ticks(now);
        return new(Text(id), new JsonObject
        {
            ["Id"] = id,
            ["Number"] = ++_lastNumber,
            ["FirstName"] = null,
            ["LastName"] = null,
            ["DateOfBirth"] = null,
            ["EmailAddress"] = null,
            ["PhoneNumber"] = null,
            ["JobTitle"] = null,
            ["HiredDate"] = null,
            ["StartDate"] = null,
            ["EndDate"] = null,
            ["Gender"] = null,
            ["DepartmentId"] = null,
            ["DepartmentCode"] = null,
            ["LocationId"] = null,
            ["LocationCode"] = null,
            ["ManagerEmployeeId"] = null,
            ["ManagerEmployeeNo"] = null,
            ["MailAddress"] = null,
            ["ExternalNumber"] = null,
            ["ExternalImportReference"] = null,
            ["IsArchived"] = false,
            ["ContactCreatedDateTimeOffset"] = stamp,
            ["EmployeeCreatedDateTimeOffset"] = stamp,
            ["LastChangedDateTimeOffset"] = stamp,
        });
    }

    /// <summary>One that says nothing is not in use.</summary>
    public Row NewDepartment(DateTimeOffset now)
    {
        var id = NextId();
        var stamp = Stamp.Ticks(now);
        return new(Text(id), new JsonObject
        {
            ["Id"] = id,
            ["Code"] = null,
            ["Name"] = null,
            ["IsActive"] = false,
            ["ManagerEmployeeId"] = null,
            ["ManagerEmployeeNo"] = null,
            ["CreatedDateTimeOffset"] = stamp,
            ["LastChangedDateTimeOffset"] = stamp,
        });
    }

    public Row NewProduct(DateTimeOffset now)
    {
        var id = NextId();
        var stamp = Stamp.Ticks(now);
        return new(Text(id), new JsonObject
        {
            ["Id"] = id,
            ["Code"] = null,
            ["Name"] = null,
            ["Description"] = null,
            ["UnitPrice"] = null,
            ["UnitCost"] = null,
            ["Gtin"] = null,
            ["ProductType"] = "Product",
            ["ProductGroupId"] = null,
            ["ProductGroupCode"] = null,
            ["UnitOfMeasureCode"] = null,
            ["IsArchived"] = false,
            ["IsStockItem"] = false,
            ["StockOnHand"] = null,
            ["StockAvailable"] = null,
            ["CreatedDateTimeOffset"] = stamp,
            ["LastChangedDateTimeOffset"] = stamp,
        });
    }

    public Row NewSalesOrder(DateTimeOffset now)
    {
        var id = orders.Uuid();
        return new(id, new JsonObject
        {
            ["Id"] = id,
            ["SalesOrderNo"] = ++_lastNumber,
            ["CustomerId"] = null,
            ["CustomerNo"] = null,
            ["SalesOrderDate"] = null,
            ["DeliveryDate"] = null,
            ["CurrencyCode"] = "NOK",
            ["CustomerReference"] = null,
            ["DepartmentId"] = null,
            ["DepartmentCode"] = null,
            ["ProjectId"] = null,
            ["ExternalImportReference"] = null,
            ["SalesOrderStatus"] = "Draft",
            ["SalesOrderLines"] = new JsonArray(),
            ["LineCount"] = 0,
            ["NetAmount"] = 0,
            ["TotalAmount"] = 0,
            ["LastChangedDateTimeOffset"] = Stamp.Ticks(now),
        });
    }

    public long NextId() => _lastId += 7;

    /// <summary>Gives an address that was written its id, its country and its own stamp.</summary>
    public void Stamped(JsonObject address, DateTimeOffset now)
    {
        address["Id"] ??= NextId();
        address["CountryCode"] ??= "NO";
        address["LastChangedDateTimeOffset"] = Stamp.Ticks(now);
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
