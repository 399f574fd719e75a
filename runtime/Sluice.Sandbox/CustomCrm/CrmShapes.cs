using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.CustomCrm;

internal static class CrmShapes
{
    public static Shape Customer { get; } = new()
    {
        ["Name"] = Property.Text.NotNull.UpTo(200),
        ["Description"] = Property.Text,
        ["Email"] = Property.Text,
        ["Phone"] = Property.Text,
        ["Fax"] = Property.Text,
        ["Website"] = Property.Text,
        ["StreetAddress1"] = Property.Text,
        ["StreetAddress2"] = Property.Text,
        ["City"] = Property.Text,
        ["ZipCode"] = Property.Text,
        ["Country"] = Property.Text,
        ["Id"] = Property.Text.ReadOnly,
        ["Modified"] = Property.DateOrInstant.ReadOnly,
    };

    public static Shape Contact { get; } = new()
    {
        ["CustomerId"] = Property.Text,
        ["FirstName"] = Property.Text,
        ["LastName"] = Property.Text.NotNull.UpTo(200),
        ["Email"] = Property.Text,
        ["Phone"] = Property.Text,
        ["Extension"] = Property.Integer,
        ["Birthday"] = Property.Date,
        ["Id"] = Property.Text.ReadOnly,
        ["Modified"] = Property.DateOrInstant.ReadOnly,
    };
}
