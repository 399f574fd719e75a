using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>Groups as YouTrack itself serves them from 2026.1 on: the same records as Hub's.</summary>
/// <remarks>
/// Who is in a group is shown below it. Whether members are also added there is not documented, so that is refused;
/// Hub takes them.
/// </remarks>
internal sealed class YouTrackGroups(YouTrackTables tables, YouTrackUsers users, PageLimits limits)
    : YouTrackEntity(tables, YouTrackFields.Group, YouTrackShapes.Group, limits)
{
    private static readonly string[] Paged = ["fields", "$skip", "$top"];

    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/groups", Paged, call => Page(call, Tables.UserGroups.Rows)),
        new("POST", $"{root}/groups", ["fields"], Create),
        new("GET", $"{root}/groups/{{}}", ["fields"], call => WithRow(call, row => Show(call, row))),
        new("POST", $"{root}/groups/{{}}", ["fields"], call => WithRow(call, row => Update(call, row))),
        new("DELETE", $"{root}/groups/{{}}", ["successor"], call => WithRow(call, row => Delete(call, row))),
        new("GET", $"{root}/groups/{{}}/ownUsers", Paged, call => WithRow(call, row => users.OfGroup(call, row))),
        new("GET", $"{root}/groups/{{}}/users", Paged, call => WithRow(call, row => users.OfGroup(call, row))),

        // No group here stands inside another.
        new("GET", $"{root}/groups/{{}}/subGroups", Paged, call => WithRow(call, _ => Page(call, []))),
    ];

    protected override JsonObject View(Row row) => YouTrackFields.OfGroup(row, Tables.CountOf(row));

    private Reply WithRow(Call call, Func<Row, Reply> answer) =>
        Tables.UserGroups.Rows.FirstOrDefault(row => row.Text("youTrackId") == call.Captures[0]) is { } row
            ? answer(row)
            : NotFound(call.Captures[0]);

    private Reply Create(Call call)
    {
        if (!TryReadBody(call, out var body, out var refusal))
            return refusal;
        if (Check(body, null) is { } flaw)
            return YouTrackErrors.Invalid(flaw);

        var row = Tables.UserGroups.Add(Tables.NewUserGroup(body["name"]!.GetValue<string>()));
        return Show(call, row).Wrote(row.Id);
    }

    private Reply Update(Call call, Row row)
    {
        if (row.Flag("immutable"))
            return YouTrackErrors.Refuse(403, $"'{row.Text("name")}' is built in and cannot be changed.");
        if (!TryReadBody(call, out var body, out var refusal))
            return refusal;
        if (Check(body, row) is { } flaw)
            return YouTrackErrors.Invalid(flaw);

        JsonMerge.Into(row.Body, body);
        return Show(call, row).Wrote(row.Id);
    }

    private Reply Delete(Call call, Row row)
    {
        if (row.Flag("immutable"))
            return YouTrackErrors.Refuse(403, $"'{row.Text("name")}' is built in and cannot be deleted.");
        if (CheckSuccessor(call, row, Tables.UserGroups, "group") is { } refusal)
            return refusal;

        Tables.UserGroups.Remove(row);
        return new Reply(200).Wrote(row.Id);
    }

    private Flaw? Check(JsonObject body, Row? existing)
    {
        var name = body["name"]?.GetValue<string>();
        if (string.IsNullOrWhiteSpace(name))
            return existing is null || body.ContainsKey("name") ? new("name", "name is required.") : null;

        return Tables.UserGroups.Rows.Any(row => row != existing && row.Text("name") == name)
            ? new("name", $"The name '{name}' is taken.")
            : null;
    }
}
