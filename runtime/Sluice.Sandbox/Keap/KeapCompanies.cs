using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Keap;

/// <summary>Companies have no DELETE, no stamps and no filter by time.</summary>
internal sealed class KeapCompanies(KeapTables tables, PageLimits limits) : KeapEntity(
    tables.Companies,
    ["notes", "fax_number", "custom_fields"],
    limits)
{
    private static readonly Dictionary<string, Func<Row, string?>> Orders = new(StringComparer.Ordinal)
    {
        // Ids are given in the order of creation, and no date is kept.
        ["date_created"] = row => row.Id.PadLeft(12, '0'),
        ["name"] = row => row.Text("company_name"),
        ["email"] = row => row.Text("email_address"),
    };

    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/companies",
            ["company_name", "limit", "offset", "order", "order_direction", "optional_properties"], List),
        new("POST", $"{root}/companies", [], call => Create(call, TryRead, tables.NewCompany)),
        new("GET", $"{root}/companies/{{}}", ["optional_properties"], call => WithRow(call, row => Get(call, row))),
        new("PATCH", $"{root}/companies/{{}}", [], call => WithRow(call, row => Update(call, TryRead, row))),
    ];

    private Reply List(Call call)
    {
        var rows = Table.Rows.Where(row => Agrees(row.Text("company_name"), call, "company_name"));
        return TrySort(call, Orders, rows, out var sorted)
            ? Page(call, sorted)
            : KeapErrors.Refuse(400,
                $"order takes id, {string.Join(", ", Orders.Keys)}; order_direction takes ASCENDING or DESCENDING.");
    }

    /// <summary>The name is declared as required on PATCH as well.</summary>
    private static bool TryRead(
        Call call, [NotNullWhen(true)] out JsonObject? body, [NotNullWhen(false)] out Reply? refusal)
    {
        if (!TryReadBody(call, KeapShapes.Company, out body, out refusal))
            return false;

        body.Remove("opt_in_reason");
        var flaw = string.IsNullOrWhiteSpace(body["company_name"]?.GetValue<string>())
            ? new Flaw("company_name", "company_name is required.")
            : KeapRules.Address(body["address"] as JsonObject, "address");
        refusal = flaw is null ? null : KeapErrors.Refuse(flaw);
        return refusal is null;
    }
}
