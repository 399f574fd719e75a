using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.Keap;

internal sealed class KeapTables
{
    private long _lastContact = 100;
    private long _lastCompany = 10;
    private long _lastProduct = 3;

    public Table Contacts { get; } = new("contacts");

    public Table Companies { get; } = new("companies");

    public Table Products { get; } = new("products");

    public Row NewContact(DateTimeOffset now)
    {
        _lastContact += 2;
        return new(_lastContact.ToString(CultureInfo.InvariantCulture), new JsonObject
        {
            ["id"] = _lastContact,
            ["given_name"] = null,
            ["family_name"] = null,
            ["middle_name"] = null,
            ["prefix"] = null,
            ["suffix"] = null,
            ["preferred_name"] = null,
            ["email_addresses"] = new JsonArray(),
            ["phone_numbers"] = new JsonArray(),
            ["fax_numbers"] = new JsonArray(),
            ["addresses"] = new JsonArray(),
            ["birthday"] = null,
            ["anniversary"] = null,
            ["company"] = null,
            ["job_title"] = null,
            ["lead_source_id"] = null,
            ["owner_id"] = null,
            ["website"] = null,
            ["time_zone"] = null,
            ["preferred_locale"] = null,
            ["social_accounts"] = new JsonArray(),
            ["custom_fields"] = new JsonArray(),
            ["email_status"] = "NonMarketable",
            ["email_opted_in"] = false,
            ["tag_ids"] = new JsonArray(),
            ["ScoreValue"] = null,
            ["date_created"] = Stamp.Milliseconds(now),
            ["last_updated"] = Stamp.Milliseconds(now),
        });
    }

    public Row NewCompany()
    {
        _lastCompany += 2;
        return new(_lastCompany.ToString(CultureInfo.InvariantCulture), new JsonObject
        {
            ["id"] = _lastCompany,
            ["company_name"] = null,
            ["email_address"] = null,
            ["website"] = null,
            ["notes"] = null,
            ["address"] = null,
            ["phone_number"] = null,
            ["fax_number"] = null,
            ["custom_fields"] = new JsonArray(),
            ["email_opted_in"] = false,
            ["email_status"] = "NonMarketable",
        });
    }

    public Row NewProduct()
    {
        _lastProduct += 2;
        return new(_lastProduct.ToString(CultureInfo.InvariantCulture), new JsonObject
        {
            ["id"] = _lastProduct,
            ["product_name"] = null,
            ["product_desc"] = null,
            ["product_short_desc"] = null,
            ["product_price"] = 0,
            ["sku"] = null,
            ["subscription_only"] = false,
            ["status"] = 1,
            ["url"] = $"https://sandbox.example/products/{_lastProduct}",
            ["product_options"] = new JsonArray(),
            ["subscription_plans"] = new JsonArray(),
        });
    }
}
