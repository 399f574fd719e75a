using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>
/// An entity of YouTrack's own API in the dialect before 2026.1: read-only, bare arrays, id and type unless more is
/// asked for, unknown names dropped without a word.
/// </summary>
internal sealed class YouTrackView(
    string name,
    Table table,
    FieldSet fields,
    PageLimits limits,
    Func<Row, JsonObject> view,
    Func<string, Row, bool> isMeant)
{
    private static readonly Projection YouTrack = new("$type", omitsNulls: false);

    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/{name}", ["fields", "$skip", "$top"], List),
        new("GET", $"{root}/{name}/{{}}", ["fields"], Get),
    ];

    private Reply List(Call call)
    {
        if (!PageRequest.TryRead(call, "$skip", "$top", limits, out var page))
            return YouTrackErrors.Refuse(400, $"$skip must be 0 or more, $top from 1 to {limits.Accepted}.");

        if (!TrySelect(call, out var selection))
            return YouTrackErrors.Refuse(400, $"The fields '{call.Query["fields"]}' cannot be read.");

        var shown = page.Of(table.Rows).Select(row => Shown(row, selection));
        return Reply.Json(200, new JsonArray([.. shown])) with { Page = page.Number };
    }

    private Reply Get(Call call)
    {
        if (!TrySelect(call, out var selection))
            return YouTrackErrors.Refuse(400, $"The fields '{call.Query["fields"]}' cannot be read.");

        return table.Rows.FirstOrDefault(row => isMeant(call.Captures[0], row)) is { } row
            ? Reply.Json(200, Shown(row, selection))
            : YouTrackErrors.Refuse(404, $"Entity with id {call.Captures[0]} not found");
    }

    private JsonObject Shown(Row row, Selection? selection) => YouTrack.Of(view(row), fields, selection);

    private static bool TrySelect(Call call, out Selection? selection)
    {
        selection = null;
        return !call.Query.TryGetValue("fields", out var text) || Selection.TryParse(text, out selection);
    }
}
