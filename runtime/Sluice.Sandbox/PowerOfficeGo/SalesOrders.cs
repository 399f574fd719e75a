using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>
/// Orders are made whole, listed without their lines, and patched without them: each line has an address of its own.
/// </summary>
internal sealed class SalesOrders : PowerOfficeEntity
{
    private const string ChangedAfter = "lastChangedDateTimeOffsetGreaterThan";
    private const string Lines = "SalesOrderLines";

    private static readonly (string Parameter, string Property)[] Filters =
        [("customerNos", "CustomerNo"), ("departmentCodes", "DepartmentCode"), ("orderStatus", "SalesOrderStatus")];

    private readonly int _cap;

    public SalesOrders(PowerOfficeTables tables, int cap)
        : base("SalesOrder", tables.SalesOrders, tables, PowerOfficeShapes.SalesOrder)
    {
        _cap = cap;
        New = PowerOfficeShapes.NewSalesOrder;
    }

    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/SalesOrders",
            [.. PowerOfficePage.Query, ChangedAfter, .. Filters.Select(one => one.Parameter)], List),
        new("POST", $"{root}/SalesOrders/Complete", [],
            call => Create(call, () => Tables.NewSalesOrder(call.Now))),
        new("GET", $"{root}/SalesOrders/{{}}", [],
            call => WithRow(call, row => Reply.Json(200, WithoutLines(row).Body))),
        new("GET", $"{root}/SalesOrders/{{}}/Complete", [],
            call => WithRow(call, row => Reply.Json(200, Show(row.Body)))),
        new("GET", $"{root}/SalesOrders/{{}}/Lines", [],
            call => WithRow(call, row => Reply.Json(200, row.Body[Lines]!.DeepClone()))),
        new("POST", $"{root}/SalesOrders/{{}}/Lines", [], call => WithRow(call, row => AddLine(call, row))),
        new("PATCH", $"{root}/SalesOrders/{{}}/Lines/{{}}", [], call => WithRow(call, row => PatchLine(call, row))),
        new("DELETE", $"{root}/SalesOrders/{{}}/Lines/{{}}", [], call => WithRow(call, row => RemoveLine(call, row))),
        new("PATCH", $"{root}/SalesOrders/{{}}", [], call => WithRow(call, row => Update(call, row))),
        new("DELETE", $"{root}/SalesOrders/{{}}", [], call => WithRow(call, Delete)),
    ];

    protected override IReadOnlyList<(string, string, Table, string)> Codes =>
        [("CustomerId", "CustomerNo", Tables.Customers, "Number")];

    protected override string? Check(JsonObject after, Row? existing)
    {
        if (after["CustomerId"] is null)
            return "A sales order needs a customer.";

        return CheckLink(after, "CustomerId", Tables.Customers, "Number", "CustomerNo")
            ?? CheckLink(after, "DepartmentId", Tables.Departments, "Code", "DepartmentCode")
            ?? CheckReference(after, existing)
            ?? CheckLines(after);
    }

    // Whether it shows the lines is not documented; an order by itself does not.
    protected override JsonObject Patched(JsonObject body)
    {
        var shown = Show(body);
        shown.Remove(Lines);
        return shown;
    }

    private string? CheckLines(JsonObject after)
    {
        var net = 0m;
        var lines = (after[Lines] ??= new JsonArray()).AsArray();
        foreach (var line in lines.Select(line => line!.AsObject()))
        {
            if (line["ProductId"] is null && line["ProductCode"] is { } code)
                line["ProductId"] = Tables.Products.Rows
                    .FirstOrDefault(row => row.Text("Code") == code.GetValue<string>())?.Body["Id"]?.DeepClone();
            if (line["ProductId"] is null && line["ProductCode"] is not null)
                return $"ProductCode {line["ProductCode"]} does not exist.";
            if (CheckLink(line, "ProductId", Tables.Products, "Code", "ProductCode") is { } reason)
                return reason;
            if (line["ProductId"] is not null && line["Quantity"] is null)
                return "A line with a product needs a Quantity.";

            line["Id"] ??= Tables.NextId();
            net += Number(line["Quantity"]) * Number(line["ProductUnitPrice"]);
        }

        after["LineCount"] = lines.Count;
        after["NetAmount"] = net;
        after["TotalAmount"] = net * 1.25m;
        return null;
    }

    private Reply AddLine(Call call, Row row)
    {
        if (!call.TryReadObject(Json, out var line, out var problem))
            return PowerOfficeErrors.Refuse(400, problem);
        if (PowerOfficeShapes.SalesOrderLine.Check(line) is { } flaw)
            return Invalid(flaw.Reason);

        var after = row.Body.DeepClone().AsObject();
        after[Lines]!.AsArray().Add((JsonNode)line);
        return Keep(call, row, after, () => Reply.Json(201, line.DeepClone()));
    }

    private Reply PatchLine(Call call, Row row)
    {
        if (!call.TryRead(Patches, out var node, out var problem))
            return PowerOfficeErrors.Refuse(400, problem);
        if (node is not JsonArray patch)
            return PowerOfficeErrors.Refuse(400, "A patch is a list of operations.");

        var after = row.Body.DeepClone().AsObject();
        if (Line(call, after) is not { } line)
            return NotFound(call);

        var patched = line;
        if (JsonPatch.Apply(ref patched, patch, PowerOfficeShapes.SalesOrderLine, out _) is { } flaw)
            return Invalid(flaw.Reason);

        var lines = after[Lines]!.AsArray();
        lines[lines.IndexOf(line)] = patched;
        return Keep(call, row, after, () => Reply.Json(200, patched.DeepClone()));
    }

    private Reply RemoveLine(Call call, Row row)
    {
        var after = row.Body.DeepClone().AsObject();
        if (Line(call, after) is not { } line)
            return NotFound(call);

        after[Lines]!.AsArray().Remove(line);
        return Keep(call, row, after, () => new(200));
    }

    private Reply Keep(Call call, Row row, JsonObject after, Func<Reply> answer)
    {
        if (Check(after, row) is { } reason)
            return Invalid(reason);

        Touch(after, [Lines], call.Now);
        row.Body = after;
        return answer().Wrote(row.Id);
    }

    private static JsonObject? Line(Call call, JsonObject order) => order[Lines]!.AsArray()
        .Select(line => line!.AsObject()).FirstOrDefault(line => line["Id"]!.ToJsonString() == call.Captures[1]);

    private static decimal Number(JsonNode? number) => number is null
        ? 0
        : decimal.Parse(
            number.ToJsonString(), System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture);

    private Reply List(Call call)
    {
        if (!TryReadAfter(call, ChangedAfter, "LastChangedDateTimeOffset", out var isChanged))
            return PowerOfficeErrors.Refuse(400, $"{ChangedAfter} takes a date with a time.");

        var rows = Table.Rows.Where(row =>
            isChanged(row) && Array.TrueForAll(Filters, one => IsListed(call, one.Parameter, row.Body[one.Property])));
        return PowerOfficePage.Of(call, [.. rows.Select(WithoutLines)], _cap, PowerOfficeShapes.SalesOrder);
    }

    private static Row WithoutLines(Row row)
    {
        var body = row.Body.DeepClone().AsObject();
        body.Remove(Lines);
        return new(row.Id, body);
    }

    private Reply WithRow(Call call, Func<Row, Reply> answer) =>
        Table.TryFind(call.Captures[0], out var row) ? answer(row) : NotFound(call);
}
