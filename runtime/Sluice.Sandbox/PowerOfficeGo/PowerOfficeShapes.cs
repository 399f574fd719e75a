using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>What version 2 takes in a body or a patch.</summary>
internal static class PowerOfficeShapes
{
    private static readonly Shape Address = new()
    {
        ["AddressLine1"] = Property.Text,
        ["AddressLine2"] = Property.Text,
        ["City"] = Property.Text.NotNull,
        ["ZipCode"] = Property.Text.NotNull,
        ["CountryCode"] = Property.Text.UpTo(2),
        ["ExternalCode"] = Property.Text,
        ["Id"] = Property.Integer.ReadOnly,
        ["LastChangedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
    };

    public static Shape ContactPerson { get; } = new()
    {
        ["FirstName"] = Property.Text.NotNull,
        ["LastName"] = Property.Text.NotNull,
        ["EmailAddress"] = Property.Text,
        ["PhoneNumber"] = Property.Text,
        ["Title"] = Property.Text,
        ["IsActive"] = Property.Flag,
        ["IsDefault"] = Property.Flag,
        ["ExternalCode"] = Property.Text.UpTo(50),
        ["MailAddress"] = Property.Object(Address),
        ["Id"] = Property.Integer.ReadOnly,
        ["ContactId"] = Property.Integer.ReadOnly,
        ["CreatedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
        ["LastChangedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
    };

    public static Shape Customer { get; } = new()
    {
        ["Name"] = Property.Text,
        ["LegalName"] = Property.Text,
        ["IsPerson"] = Property.Flag,
        ["FirstName"] = Property.Text,
        ["LastName"] = Property.Text,
        ["DateOfBirth"] = Property.Date,
        ["OrganizationNumber"] = Property.Text,
        ["EmailAddress"] = Property.Text,
        ["PhoneNumber"] = Property.Text,
        ["WebsiteUrl"] = Property.Text,
        ["MailAddress"] = Property.Object(Address),
        ["Number"] = Property.Integer,
        ["ExternalNumber"] = Property.Integer,
        ["ExternalImportReference"] = Property.Text.UpTo(50),
        ["IsArchived"] = Property.Flag,
        ["CurrencyCode"] = Property.Text.UpTo(3),
        ["PaymentTermId"] = Property.Integer,
        ["DepartmentId"] = Property.Integer,
        ["InvoiceEmailAddress"] = Property.Text,
        ["Id"] = Property.Integer.ReadOnly,
        ["IsActive"] = Property.Flag.ReadOnly,
        ["LastChangedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
        ["CustomerCreatedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
        ["ContactCreatedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
        ["SubledgerAccountId"] = Property.Integer.ReadOnly,
        ["DepartmentCode"] = Property.Text.ReadOnly,
        ["PaymentTerm"] = Property.Integer.ReadOnly,
        ["NationalIdNumber"] = Property.Text.ReadOnly,
    };

    public static Shape Supplier { get; } = new()
    {
        ["Name"] = Property.Text,
        ["LegalName"] = Property.Text,
        ["IsPerson"] = Property.Flag,
        ["FirstName"] = Property.Text,
        ["LastName"] = Property.Text,
        ["DateOfBirth"] = Property.Date,
        ["OrganizationNumber"] = Property.Text,
        ["EmailAddress"] = Property.Text,
        ["PhoneNumber"] = Property.Text,
        ["WebsiteUrl"] = Property.Text,
        ["MailAddress"] = Property.Object(Address),
        ["Number"] = Property.Integer,
        ["ExternalNumber"] = Property.Integer,
        ["ExternalImportReference"] = Property.Text.UpTo(50),
        ["IsArchived"] = Property.Flag,
        ["CurrencyCode"] = Property.Text.UpTo(3),
        ["PaymentTermId"] = Property.Integer,
        ["DepartmentId"] = Property.Integer,
        ["Payout"] = Property.Flag,
        ["Id"] = Property.Integer.ReadOnly,
        ["IsActive"] = Property.Flag.ReadOnly,
        ["LastChangedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
        ["SupplierCreatedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
        ["ContactCreatedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
        ["SubledgerAccountId"] = Property.Integer.ReadOnly,
        ["DepartmentCode"] = Property.Text.ReadOnly,
    };

    public static Shape Employee { get; } = new()
    {
        ["FirstName"] = Property.Text.NotNull,
        ["LastName"] = Property.Text.NotNull,
        ["DateOfBirth"] = Property.Date,
        ["EmailAddress"] = Property.Text,
        ["PhoneNumber"] = Property.Text,
        ["JobTitle"] = Property.Text,
        ["HiredDate"] = Property.Date,
        ["StartDate"] = Property.Date,
        ["EndDate"] = Property.Date,
        ["Gender"] = Property.Text,
        ["DepartmentId"] = Property.Integer,
        ["LocationId"] = Property.Integer,
        ["ManagerEmployeeId"] = Property.Integer,
        ["MailAddress"] = Property.Object(Address),
        ["Number"] = Property.Integer,
        ["ExternalNumber"] = Property.Integer,
        ["ExternalImportReference"] = Property.Text.UpTo(50),
        ["IsArchived"] = Property.Flag,
        ["Id"] = Property.Integer.ReadOnly,
        ["DepartmentCode"] = Property.Text,
        ["LocationCode"] = Property.Text,
        ["ManagerEmployeeNo"] = Property.Integer,
        ["EmployeeCreatedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
        ["ContactCreatedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
        ["LastChangedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
    };

    public static Shape Department { get; } = new()
    {
        ["Code"] = Property.Text,
        ["Name"] = Property.Text.NotNull,
        ["IsActive"] = Property.Flag.NotNull,
        ["ManagerEmployeeId"] = Property.Integer,
        ["Id"] = Property.Integer.ReadOnly,
        ["ManagerEmployeeNo"] = Property.Integer,
        ["CreatedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
        ["LastChangedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
    };

    public static Shape Product { get; } = new()
    {
        ["Name"] = Property.Text.NotNull.UpTo(400),
        ["Code"] = Property.Text.UpTo(100),
        ["Description"] = Property.Text,
        ["UnitPrice"] = Property.Number,
        ["UnitCost"] = Property.Number,
        ["Gtin"] = Property.Text,
        ["ProductType"] = Property.Text.NotNull.OneOf("Product", "Service"),
        ["ProductGroupId"] = Property.Integer,
        ["UnitOfMeasureCode"] = Property.Text,
        ["IsArchived"] = Property.Flag,
        ["IsStockItem"] = Property.Flag,
        ["StockOnHand"] = Property.Number,
        ["Id"] = Property.Integer.ReadOnly,
        ["StockAvailable"] = Property.Number.ReadOnly,
        ["ProductGroupCode"] = Property.Text,
        ["CreatedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
        ["LastChangedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
    };

    /// <summary>A patch of an order reaches no lines.</summary>
    public static Shape SalesOrder { get; } = Order(null);

    public static Shape SalesOrderLine { get; } = new()
    {
        ["ProductId"] = Property.Integer,
        ["ProductCode"] = Property.Text,
        ["Quantity"] = Property.Number,
        ["ProductUnitPrice"] = Property.Number,
        ["Description"] = Property.Text,
        ["Id"] = Property.Integer.ReadOnly,
    };

    public static Shape NewSalesOrder { get; } = Order(Property.List(SalesOrderLine));

    private static Shape Order(Property? lines)
    {
        var shape = new Shape
        {
            ["CustomerId"] = Property.Integer.NotNull,
            ["CustomerNo"] = Property.Integer.NotNull,
            ["SalesOrderDate"] = Property.DateOrInstant,
            ["DeliveryDate"] = Property.DateOrInstant,
            ["CurrencyCode"] = Property.Text.UpTo(3),
            ["CustomerReference"] = Property.Text,
            ["DepartmentId"] = Property.Integer,
            ["ProjectId"] = Property.Integer,
            ["ExternalImportReference"] = Property.Text.UpTo(50),
            ["SalesOrderStatus"] = Property.Text.NotNull.OneOf("Draft", "Confirmed"),
            ["Id"] = Property.Text.ReadOnly,
            ["SalesOrderNo"] = Property.Integer.ReadOnly,
            ["DepartmentCode"] = Property.Text.ReadOnly,
            ["NetAmount"] = Property.Number.ReadOnly,
            ["TotalAmount"] = Property.Number.ReadOnly,
            ["LineCount"] = Property.Integer.ReadOnly,
            ["LastChangedDateTimeOffset"] = Property.DateOrInstant.ReadOnly,
        };
        if (lines is not null)
            shape["SalesOrderLines"] = lines;

        return shape;
    }
}
