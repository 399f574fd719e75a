using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.PowerOfficeGo;

internal sealed class Employees(PowerOfficeTables tables, int cap) : PowerOfficeResource(
    "Employee", tables.Employees, tables, PowerOfficeShapes.Employee, cap,
    ("EmployeeCreatedDateTimeOffset", "employeeCreatedDateTimeOffsetGreaterThan"),
    ("employeeNos", "Number"), ("externalNos", "ExternalNumber"),
    ("externalImportReference", "ExternalImportReference"))
{
    protected override IReadOnlyList<(string, string, Table, string)> Codes =>
    [
        ("DepartmentId", "DepartmentCode", Tables.Departments, "Code"),
        ("ManagerEmployeeId", "ManagerEmployeeNo", Table, "Number"),
    ];

    protected override Row Make(DateTimeOffset now) => Tables.NewEmployee(now);

    protected override string? Check(JsonObject after, Row? existing) =>
        IsBlank(after["FirstName"]) || IsBlank(after["LastName"])
            ? "An employee needs FirstName and LastName."
            : CheckLink(after, "DepartmentId", Tables.Departments, "Code", "DepartmentCode")
                ?? CheckLink(after, "ManagerEmployeeId", Table, "Number", "ManagerEmployeeNo")
                ?? CheckReference(after, existing);

    protected override bool IsUsed(Row row) =>
        IsNamed(Table, "ManagerEmployeeId", row) || IsNamed(Tables.Departments, "ManagerEmployeeId", row);
}
