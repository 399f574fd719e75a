using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

internal sealed class HubOrganizations(YouTrackTables tables, HubFields fields, PageLimits limits)
    : HubEntity(tables.Organizations, fields.Organization, HubShapes.Organization, limits)
{
    protected override JsonObject View(Row row, Selection? selection) => row.Body.DeepClone().AsObject();

    protected override Flaw? Check(JsonObject changes, Row? existing)
    {
        var name = changes["name"]?.GetValue<string>();
        if (string.IsNullOrWhiteSpace(name) && (existing is null || changes.ContainsKey("name")))
            return new("name", "An organization needs a name.");

        // Whether the vendor demands the key is not known; the stricter reading is taken.
        var key = changes["key"]?.GetValue<string>();
        if (string.IsNullOrWhiteSpace(key))
            return existing is null || changes.ContainsKey("key") ? new("key", "An organization needs a key.") : null;

        return Table.Rows.Any(row => row != existing && row.Text("key") == key)
            ? new("key", $"The key '{key}' is taken.")
            : null;
    }

    protected override Row Make(JsonObject body, DateTimeOffset now)
    {
        var row = tables.NewOrganization(body["name"]!.GetValue<string>(), body["key"]!.GetValue<string>(), now);
        body.Remove("type");
        JsonMerge.Into(row.Body, body);
        return row;
    }
}
