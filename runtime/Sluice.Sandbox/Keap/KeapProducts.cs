using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Keap;

/// <summary>
/// Products have no stamps, no order and no filter but whether they are for sale. They are told so by
/// <c>active</c>, and show it as <c>status</c>.
/// </summary>
internal sealed class KeapProducts(KeapTables tables, PageLimits limits) : KeapEntity(tables.Products, [], limits)
{
    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/products", ["active", "limit", "offset"], List),
        new("POST", $"{root}/products", [], call => Create(call, TryRead, tables.NewProduct)),
        new("GET", $"{root}/products/{{}}", [], call => WithRow(call, row => Get(call, row))),
        new("PATCH", $"{root}/products/{{}}", [], call => WithRow(call, row => Update(call, TryRead, row))),
        new("DELETE", $"{root}/products/{{}}", [], call => WithRow(call, Delete)),
    ];

    private Reply List(Call call)
    {
        if (!call.Query.TryGetValue("active", out var text))
            return Page(call, Table.Rows);

        return bool.TryParse(text, out var active)
            ? Page(call, [.. Table.Rows.Where(row => row.Body["status"]!.GetValue<int>() != 0 == active)])
            : KeapErrors.Refuse(400, "active takes true or false.");
    }

    /// <summary>The name is declared as required on PATCH as well.</summary>
    private static bool TryRead(
        Call call, [NotNullWhen(true)] out JsonObject? body, [NotNullWhen(false)] out Reply? refusal)
    {
        if (!TryReadBody(call, KeapShapes.Product, out body, out refusal))
            return false;

        var flaw = string.IsNullOrWhiteSpace(body["product_name"]?.GetValue<string>())
            ? new Flaw("product_name", "product_name is required.")
            : body["product_price"]?.GetValue<decimal>() < 0
            ? new Flaw("product_price", "product_price must not be negative.")
            : null;
        if (body.ContainsKey("active"))
            body["status"] = body["active"]!.GetValue<bool>() ? 1 : 0;

        body.Remove("active");
        refusal = flaw is null ? null : KeapErrors.Refuse(flaw);
        return refusal is null;
    }
}
