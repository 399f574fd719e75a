using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.CustomCrm;

/// <summary>Customers or contacts: plain REST, PATCH merges.</summary>
/// <param name="table">The records.</param>
/// <param name="shape">What is taken in a body.</param>
/// <param name="required">The property no record can do without.</param>
/// <param name="prefix">Begins every id.</param>
/// <param name="limits">What is taken for <c>limit</c>.</param>
/// <param name="check">What hangs together, of a record as it would be after the write.</param>
/// <param name="isInUse">Whether other records stand in the way of a delete.</param>
internal sealed class CrmEntity(
    Table table,
    Shape shape,
    string required,
    string prefix,
    PageLimits limits,
    Func<JsonObject, Flaw?> check,
    Func<Row, bool> isInUse)
{
    private static readonly string[] Json = ["application/json"];
    private static readonly string[] Merge = ["application/json", "application/merge-patch+json"];

    private int _last = 1000;

    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/{table.Name}", ["offset", "limit"], List),
        new("POST", $"{root}/{table.Name}", [], Create),
        new("GET", $"{root}/{table.Name}/{{}}", [],
            call => WithRow(call, row => Reply.Json(200, row.Body.DeepClone()))),
        new("PATCH", $"{root}/{table.Name}/{{}}", [], call => WithRow(call, row => Update(call, row))),
        new("DELETE", $"{root}/{table.Name}/{{}}", [], call => WithRow(call, Delete)),
    ];

    /// <summary>A record with all its properties and no value in them but its id and stamp.</summary>
    public Row New(DateTimeOffset now)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{prefix}{++_last}");
        var body = new JsonObject { ["Id"] = id };
        foreach (var (name, property) in shape.Properties)
        {
            if (!property.IsReadOnly)
                body[name] = null;
        }

        body["Modified"] = Stamp.Milliseconds(now);
        return new(id, body);
    }

    private Reply WithRow(Call call, Func<Row, Reply> answer) => table.TryFind(call.Captures[0], out var row)
        ? answer(row)
        : Problem.Of(404, $"There is no entry {call.Captures[0]} in {table.Name}.");

    private Reply List(Call call) => PageRequest.TryRead(call, "offset", "limit", limits, out var page)
        ? Reply.Json(200, new JsonObject
        {
            ["items"] = new JsonArray([.. page.Of(table.Rows).Select(row => row.Body.DeepClone())]),
            ["total"] = table.Rows.Count,
        }) with { Page = page.Number }
        : Problem.Of(400, $"offset must be 0 or more, limit from 1 to {limits.Accepted}.");

    private Reply Create(Call call)
    {
        if (!call.TryReadObject(Json, out var body, out var problem))
            return Problem.Of(400, problem);
        if (shape.Check(body) is { } flaw)
            return Problem.Of(400, flaw.Reason);

        var row = New(call.Now);
        JsonMerge.Into(row.Body, body);
        if (Check(row.Body) is { } gap)
            return Problem.Of(400, gap.Reason);

        table.Add(row);
        return Reply.Json(201, row.Body.DeepClone()).Wrote(row.Id);
    }

    private Reply Update(Call call, Row row)
    {
        if (!call.TryReadObject(Merge, out var body, out var problem))
            return Problem.Of(400, problem);
        if (shape.Check(body) is { } flaw)
            return Problem.Of(400, flaw.Reason);

        var after = row.Body.DeepClone().AsObject();
        JsonMerge.Into(after, body);
        if (Check(after) is { } gap)
            return Problem.Of(400, gap.Reason);

        after["Modified"] = Stamp.Milliseconds(call.Now);
        row.Body = after;
        return Reply.Json(200, after.DeepClone()).Wrote(row.Id);
    }

    private Reply Delete(Row row)
    {
        if (isInUse(row))
            return Problem.Of(409, $"{row.Id} is in use and cannot be deleted.");

        table.Remove(row);
        return new Reply(204).Wrote(row.Id);
    }

    private Flaw? Check(JsonObject body) => string.IsNullOrWhiteSpace(body[required]?.GetValue<string>())
        ? new(required, $"{required} is required.")
        : check(body);
}
