using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>Organizations as YouTrack itself keeps them from 2026.1 on.</summary>
internal sealed class AdminOrganizations(YouTrackTables tables, PageLimits limits)
    : YouTrackEntity(tables, YouTrackFields.Organization, YouTrackShapes.Organization, limits)
{
    private Table Organizations => Tables.Organizations;

    // No parameter is documented that names an heir, so none is taken.
    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/admin/organizations", ["fields", "$skip", "$top"], call => Page(call, Organizations.Rows)),
        new("POST", $"{root}/admin/organizations", ["fields"], Create),
        new("GET", $"{root}/admin/organizations/{{}}", ["fields"], call => WithRow(call, row => Show(call, row))),
        new("POST", $"{root}/admin/organizations/{{}}", ["fields"],
            call => WithRow(call, row => Update(call, row, Check))),
        new("DELETE", $"{root}/admin/organizations/{{}}", [], call => WithRow(call, Delete)),
    ];

    protected override JsonObject View(Row row) => row.Body.DeepClone().AsObject();

    private Reply WithRow(Call call, Func<Row, Reply> answer) =>
        Organizations.TryFind(call.Captures[0], out var row) ? answer(row) : NotFound(call.Captures[0]);

    private Reply Create(Call call)
    {
        if (!TryReadBody(call, out var body, out var refusal))
            return refusal;
        if (Check(body, null) is { } flaw)
            return YouTrackErrors.Invalid(flaw);

        var row = Tables.NewOrganization(body["name"]!.GetValue<string>(), body["key"]!.GetValue<string>(), call.Now);
        JsonMerge.Into(row.Body, body);
        return Show(call, Organizations.Add(row)).Wrote(row.Id);
    }

    // What a new one needs is not documented; the stricter reading is taken. That keys are unique is.
    private Flaw? Check(JsonObject after, Row? existing)
    {
        foreach (var name in new[] { "name", "key" })
            if (string.IsNullOrWhiteSpace(after[name]?.GetValue<string>()))
                return new(name, $"{name} is required.");

        return Organizations.Rows.Any(row => row != existing && row.Text("key") == after["key"]!.ToString())
            ? new("key", $"The key {after["key"]} is taken.")
            : null;
    }

    private Reply Delete(Row row)
    {
        Organizations.Remove(row);
        return new Reply(200).Wrote(row.Id);
    }
}
