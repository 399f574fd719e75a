using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>A new product is answered with 200, where all others are with 201.</summary>
internal sealed class Products(PowerOfficeTables tables, int cap) : PowerOfficeResource(
    "Product", tables.Products, tables, PowerOfficeShapes.Product, cap,
    ("CreatedDateTimeOffset", "createdDateTimeOffsetGreaterThan"),
    ("codes", "Code"), ("names", "Name"), ("productGroupCodes", "ProductGroupCode"), ("type", "ProductType"),
    ("isArchived", "IsArchived"))
{
    protected override int Made => 200;

    protected override Row Make(DateTimeOffset now) => Tables.NewProduct(now);

    protected override string? Check(JsonObject after, Row? existing)
    {
        if (IsBlank(after["Name"]))
            return "A product needs a Name.";

        after["StockAvailable"] =
            after["IsStockItem"]?.GetValue<bool>() == true ? after["StockOnHand"]?.DeepClone() : null;
        return null;
    }

    protected override bool IsUsed(Row row) => Tables.SalesOrders.Rows.Any(order =>
        order.Body["SalesOrderLines"]!.AsArray().Any(line => line!["ProductId"]?.ToJsonString() == row.Id));
}
