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
    };
}
