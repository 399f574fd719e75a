using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>
/// What users, user groups and organizations have in common: page objects, and POST for create and partial update
/// alike.
/// </summary>
internal abstract class HubEntity(Table table, FieldSet fields, Shape shape, PageLimits limits)
{
    private static readonly string[] Json = ["application/json"];
    private static readonly Projection Hub = new("type", omitsNulls: true);

    protected Table Table => table;

    public virtual IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/{table.Name}", ["fields", "$skip", "$top", "query"], List),
        new("POST", $"{root}/{table.Name}", ["fields"], Create),
        new("GET", $"{root}/{table.Name}/{{}}", ["fields"], call => WithRow(call, row => Show(call, row))),
        new("POST", $"{root}/{table.Name}/{{}}", ["fields"], call => WithRow(call, row => Update(call, row))),
        new("DELETE", $"{root}/{table.Name}/{{}}", ["successor"], call => WithRow(call, row => Delete(call, row))),
    ];

    /// <summary>Everything a record shows, computed members too.</summary>
    protected abstract JsonObject View(Row row, Selection? selection);

    /// <summary>Makes a record of a body that was found good.</summary>
    protected abstract Row Make(JsonObject body, DateTimeOffset now);

    /// <summary>What the vendor demands beyond names and kinds.</summary>
    protected abstract Flaw? Check(JsonObject changes, Row? existing);

    protected virtual bool IsBuiltIn(Row row) => false;

    protected virtual void Normalise(JsonObject body)
    {
    }

    protected virtual void Removed(Row row, Row successor)
    {
    }

    protected Reply WithRow(Call call, Func<Row, Reply> answer) => table.TryFind(Resolve(call.Captures[0]), out var row)
        ? answer(row)
        : HubErrors.Refuse(404, $"There is no entry '{call.Captures[0]}' in {table.Name}.");

    protected virtual string Resolve(string id) => id;

    protected Reply Show(Call call, Row row) =>
        TrySelect(call, out var selection, out var refusal) ? Reply.Json(200, Shown(row, selection)) : refusal!;

    protected Reply Page(Call call, IReadOnlyList<Row> rows)
    {
        if (!PageRequest.TryRead(call, "$skip", "$top", limits, out var page))
            return HubErrors.Refuse(400, $"$skip must be 0 or more, $top from 1 to {limits.Accepted}.");
        if (!TrySelect(call, out var selection, out var refusal))
            return refusal!;

        return Reply.Json(200, new JsonObject
        {
            ["type"] = $"{fields.Type}Page",
            ["skip"] = page.Skip,
            ["top"] = page.Top,
            ["total"] = rows.Count,
            [table.Name] = new JsonArray([.. page.Of(rows).Select(row => Shown(row, selection))]),
        }) with { Page = page.Number };
    }

    private JsonObject Shown(Row row, Selection? selection) => Hub.Of(View(row, selection), fields, selection);

    private Reply List(Call call)
    {
        if (!call.Query.TryGetValue("query", out var query))
            return Page(call, table.Rows);

        return HubQuery.Parse(query) is { } isMeant
            ? Page(call, [.. table.Rows.Where(isMeant)])
            : HubErrors.Refuse(400, $"The query '{query}' is not understood.");
    }

    private Reply Create(Call call)
    {
        if (!TryReadBody(call, null, out var body, out var refusal))
            return refusal!;

        var row = table.Add(Make(body!, call.Now));
        return Show(call, row).Wrote(row.Id);
    }

    private Reply Update(Call call, Row row)
    {
        if (IsBuiltIn(row))
            return HubErrors.Refuse(403, $"'{row.Text("name")}' is built in and cannot be changed.");
        if (!TryReadBody(call, row, out var body, out var refusal))
            return refusal!;

        body!.Remove("type");
        body.Remove("password");
        JsonMerge.Into(row.Body, body);
        Normalise(row.Body);
        return Show(call, row).Wrote(row.Id);
    }

    private Reply Delete(Call call, Row row)
    {
        if (IsBuiltIn(row))
            return HubErrors.Refuse(403, $"'{row.Text("name")}' is built in and cannot be deleted.");
        if (!call.Query.TryGetValue("successor", out var id))
            return HubErrors.Refuse(
                new Flaw("successor", "Say with successor=ID who inherits what the deleted entry had."));
        if (id == row.Id || !table.TryFind(id, out var successor))
            return HubErrors.Refuse(new Flaw("successor", $"The successor '{id}' does not exist in {table.Name}."));

        table.Remove(row);
        Removed(row, successor);
        return new Reply(200).Wrote(row.Id);
    }

    private bool TryReadBody(Call call, Row? existing, out JsonObject? body, out Reply? refusal)
    {
        refusal = null;
        if (!call.TryReadObject(Json, out body, out var problem))
            refusal = HubErrors.Refuse(400, problem);
        else if ((shape.Check(body) ?? Check(body, existing)) is { } flaw)
            refusal = HubErrors.Refuse(flaw);
        else if (!TrySelect(call, out _, out var unselectable))
            refusal = unselectable;

        return refusal is null;
    }

    private bool TrySelect(Call call, out Selection? selection, out Reply? refusal)
    {
        selection = null;
        refusal = null;
        if (!call.Query.TryGetValue("fields", out var text))
            return true;

        if (!Selection.TryParse(text, out selection))
            refusal = HubErrors.Refuse(400, $"The fields '{text}' cannot be read.");
        else if (fields.FirstUnknown(selection) is { } unknown)
            refusal = HubErrors.Refuse(new Flaw("fields", $"There is no field '{unknown}' in {table.Name}."));

        return refusal is null;
    }
}
