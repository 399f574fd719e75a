using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.PowerOfficeGo;

internal sealed class Suppliers(PowerOfficeTables tables, int cap) : PowerOfficeResource(
    "Supplier", tables.Suppliers, tables, PowerOfficeShapes.Supplier, cap,
    ("SupplierCreatedDateTimeOffset", "supplierCreatedDateTimeOffsetGreaterThan"),
    ("supplierNos", "Number"), ("externalNos", "ExternalNumber"),
    ("externalImportReference", "ExternalImportReference"))
{
    protected override Row Make(DateTimeOffset now) => Tables.NewSupplier(now);

    protected override string? Check(JsonObject after, Row? existing) =>
        CheckName(after, "supplier")
        ?? CheckLink(after, "DepartmentId", Tables.Departments, "Code", "DepartmentCode")
        ?? CheckReference(after, existing);

    // One that is a customer too leaves the people to the customer.
    protected override bool IsUsed(Row row) =>
        IsNamed(Tables.ContactPersons, "ContactId", row) && !Tables.Customers.TryFind(row.Id, out _);
}
