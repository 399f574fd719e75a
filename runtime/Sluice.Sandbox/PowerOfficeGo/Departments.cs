using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.PowerOfficeGo;

internal sealed class Departments(PowerOfficeTables tables, int cap) : PowerOfficeResource(
    "Department", tables.Departments, tables, PowerOfficeShapes.Department, cap,
    ("CreatedDateTimeOffset", "createdDateTimeOffsetGreaterThan"),
    ("codes", "Code"), ("name", "Name"), ("isActive", "IsActive"), ("managerEmployeeNo", "ManagerEmployeeNo"))
{
    protected override IReadOnlyList<(string, string, Table, string)> Codes =>
        [("ManagerEmployeeId", "ManagerEmployeeNo", Tables.Employees, "Number")];

    protected override Row Make(DateTimeOffset now) => Tables.NewDepartment(now);

    protected override string? Check(JsonObject after, Row? existing) => IsBlank(after["Name"])
        ? "A department needs a Name."
        : CheckLink(after, "ManagerEmployeeId", Tables.Employees, "Number", "ManagerEmployeeNo");

    protected override bool IsUsed(Row row) =>
        new[] { Tables.Customers, Tables.Suppliers, Tables.Employees, Tables.SalesOrders }
            .Any(table => IsNamed(table, "DepartmentId", row));
}
