using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.PowerOfficeGo;

internal sealed class Customers(PowerOfficeTables tables, int cap)
    : PowerOfficeEntity("Customer", tables.Customers, tables, PowerOfficeShapes.Customer)
{
    private const string CreatedAfter = "customerCreatedDateTimeOffsetGreaterThan";
    private const string ChangedAfter = "lastChangedDateTimeOffsetGreaterThan";

    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/Customers",
            [.. PowerOfficePage.Query, "customerNos", "externalNos", "externalImportReference", CreatedAfter,
                ChangedAfter], List),
        new("POST", $"{root}/Customers", [], call => Create(call, () => Tables.NewCustomer(call.Now))),
        new("GET", $"{root}/Customers/{{}}", [], call => WithRow(call, row => Reply.Json(200, Show(row.Body)))),
        new("PATCH", $"{root}/Customers/{{}}", [], call => WithRow(call, row => Update(call, row))),
        new("DELETE", $"{root}/Customers/{{}}", [], call => WithRow(call, DeleteUnused)),
    ];

    protected override string? Check(JsonObject after, Row? existing) =>
        CheckName(after, "customer")
        ?? CheckLink(after, "DepartmentId", Tables.Departments, "Code", "DepartmentCode")
        ?? CheckReference(after, existing);

    private Reply WithRow(Call call, Func<Row, Reply> answer) =>
        Table.TryFind(call.Captures[0], out var row) ? answer(row) : NotFound(call);

    private Reply List(Call call)
    {
        if (!TryReadAfter(call, CreatedAfter, "CustomerCreatedDateTimeOffset", out var isNew)
            || !TryReadAfter(call, ChangedAfter, "LastChangedDateTimeOffset", out var isChanged))
            return PowerOfficeErrors.Refuse(400, $"{CreatedAfter} and {ChangedAfter} take a date with a time.");

        var rows = Table.Rows.Where(row =>
            isNew(row) && isChanged(row)
            && IsListed(call, "customerNos", row.Body["Number"])
            && IsListed(call, "externalNos", row.Body["ExternalNumber"])
            && IsListed(call, "externalImportReference", row.Body["ExternalImportReference"]));
        return PowerOfficePage.Of(call, [.. rows], cap, PowerOfficeShapes.Customer);
    }

    private Reply DeleteUnused(Row row) =>
        Tables.ContactPersons.Rows.Any(person => person.Body["ContactId"]!.ToJsonString() == row.Id)
        || Tables.SalesOrders.Rows.Any(order => order.Body["CustomerId"]!.ToJsonString() == row.Id)
            ? PowerOfficeErrors.Refuse(409, $"Customer {row.Id} is in use and cannot be deleted.")
            : Delete(row);
}
