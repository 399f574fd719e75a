using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.Keap;

/// <summary>What Keap's first REST version takes in a body.</summary>
internal static class KeapShapes
{
    private static readonly string[] EmailFields = ["EMAIL1", "EMAIL2", "EMAIL3"];
    private static readonly string[] PhoneFields = ["PHONE1", "PHONE2", "PHONE3", "PHONE4", "PHONE5"];
    private static readonly string[] FaxFields = ["FAX1", "FAX2"];

    private static readonly Shape CustomField =
        new() { ["id"] = Property.Integer.NotNull, ["content"] = Property.Any };

    public static Shape Company { get; } = new()
    {
        ["company_name"] = Property.Text.NotNull,
        ["email_address"] = Property.Text,
        ["website"] = Property.Text,
        ["notes"] = Property.Text,
        ["address"] = Property.Object(Address(null)),
        ["phone_number"] = Property.Object(Phone(null)),
        ["fax_number"] = Property.Object(Fax(null)),
        ["custom_fields"] = Property.List(CustomField),
        ["opt_in_reason"] = Property.Text,
        ["id"] = Property.Integer.ReadOnly,
        ["email_status"] = Property.Text.ReadOnly,
        ["email_opted_in"] = Property.Flag.ReadOnly,
    };

    public static Shape Product { get; } = new()
    {
        ["product_name"] = Property.Text.NotNull,
        ["product_desc"] = Property.Text,
        ["product_short_desc"] = Property.Text,
        ["product_price"] = Property.Number,
        ["sku"] = Property.Text,
        ["subscription_only"] = Property.Flag.NotNull,
        ["active"] = Property.Flag.NotNull,
        ["id"] = Property.Integer.ReadOnly,
        ["status"] = Property.Integer.ReadOnly,
        ["url"] = Property.Text.ReadOnly,
        ["product_options"] = Property.List().ReadOnly,
        ["subscription_plans"] = Property.List().ReadOnly,
    };

    public static Shape Contact { get; } = ContactWith(null);

    public static Shape Upsert { get; } = ContactWith(Property.Text.NotNull.OneOf("Email", "EmailAndName"));

    private static Shape ContactWith(Property? duplicateOption)
    {
        var shape = new Shape
        {
            ["given_name"] = Property.Text,
            ["family_name"] = Property.Text,
            ["middle_name"] = Property.Text,
            ["prefix"] = Property.Text,
            ["suffix"] = Property.Text,
            ["preferred_name"] = Property.Text,
            ["email_addresses"] = Property.List(new()
            {
                ["email"] = Property.Text.NotNull,
                ["field"] = Property.Text.NotNull.OneOf(EmailFields),
            }),
            ["phone_numbers"] = Property.List(Phone(PhoneFields)),
            ["fax_numbers"] = Property.List(Fax(FaxFields)),
            ["addresses"] = Property.List(Address(["BILLING", "SHIPPING", "OTHER"])),
            ["birthday"] = Property.DateOrInstant,
            ["anniversary"] = Property.Date,
            ["company"] = Property.Object(new() { ["id"] = Property.Integer.NotNull }),
            ["job_title"] = Property.Text,
            ["lead_source_id"] = Property.Integer,
            ["owner_id"] = Property.Integer,
            ["website"] = Property.Text,
            ["time_zone"] = Property.Text,
            ["preferred_locale"] = Property.Text,
            ["social_accounts"] = Property.List(),
            ["custom_fields"] = Property.List(CustomField),
            ["opt_in_reason"] = Property.Text,
            ["id"] = Property.Integer.ReadOnly,
            ["date_created"] = Property.DateOrInstant.ReadOnly,
            ["last_updated"] = Property.DateOrInstant.ReadOnly,
            ["email_status"] = Property.Text.ReadOnly,
            ["email_opted_in"] = Property.Flag.ReadOnly,
            ["tag_ids"] = Property.List().ReadOnly,
            ["ScoreValue"] = Property.Text.ReadOnly,
        };
        if (duplicateOption is not null)
            shape["duplicate_option"] = duplicateOption;

        return shape;
    }

    private static Shape Address(string[]? fields) => With(fields, new()
    {
        ["line1"] = Property.Text,
        ["line2"] = Property.Text,
        ["locality"] = Property.Text,
        ["region"] = Property.Text,
        ["zip_code"] = Property.Text,
        ["zip_four"] = Property.Text,
        ["postal_code"] = Property.Text,
        ["country_code"] = Property.Text,
    });

    private static Shape Phone(string[]? fields) => With(fields, new()
    {
        ["number"] = Property.Text,
        ["extension"] = Property.Text,
        ["type"] = Property.Text,
    });

    private static Shape Fax(string[]? fields) =>
        With(fields, new() { ["number"] = Property.Text, ["type"] = Property.Text });

    private static Shape With(string[]? fields, Shape shape)
    {
        if (fields is not null)
            shape["field"] = Property.Text.NotNull.OneOf(fields);

        return shape;
    }
}
