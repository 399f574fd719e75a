using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

internal sealed class HubUserGroups(YouTrackTables tables, HubUsers users, HubFields fields, PageLimits limits)
    : HubEntity(tables.UserGroups, fields.UserGroup, HubShapes.UserGroup, limits)
{
    private static readonly string[] Json = ["application/json"];

    public override IEnumerable<Route> Routes(string root) =>
    [
        .. base.Routes(root),
        new("GET", $"{root}/usergroups/{{}}/users", ["fields", "$skip", "$top"],
            call => WithRow(call, group => users.OfGroup(call, group))),
        new("POST", $"{root}/usergroups/{{}}/users", [], call => WithRow(call, group => AddMember(call, group))),
        new("DELETE", $"{root}/usergroups/{{}}/users/{{}}", [],
            call => WithRow(call, group => RemoveMember(call, group))),
    ];

    protected override bool IsBuiltIn(Row row) => row.Flag("immutable");

    protected override JsonObject View(Row row, Selection? selection)
    {
        var view = row.Body.DeepClone().AsObject();
        view["userCount"] = tables.CountOf(row);
        if (selection is null || !(selection.Has("users") || selection.Has("ownUsers")))
            return view;

        var members = tables.Users.Rows
            .Where(user => YouTrackTables.IsMember(row, user))
            .Select(user => user.Body.DeepClone());
        view["users"] = new JsonArray([.. members]);
        view["ownUsers"] = view["users"]!.DeepClone();
        return view;
    }

    protected override Flaw? Check(JsonObject changes, Row? existing)
    {
        var name = changes["name"]?.GetValue<string>();
        if (string.IsNullOrWhiteSpace(name))
            return existing is null || changes.ContainsKey("name") ? new("name", "A user group needs a name.") : null;

        return tables.UserGroups.Rows.Any(row => row != existing && row.Text("name") == name)
            ? new("name", $"The name '{name}' is taken.")
            : null;
    }

    protected override Row Make(JsonObject body, DateTimeOffset now)
    {
        var row = tables.NewUserGroup(body["name"]!.GetValue<string>());
        body.Remove("type");
        JsonMerge.Into(row.Body, body);
        return row;
    }

    private Reply AddMember(Call call, Row group)
    {
        if (IsBuiltIn(group))
            return HubErrors.Refuse(403, $"The members of '{group.Text("name")}' cannot be changed.");
        if (!call.TryReadObject(Json, out var body, out var problem))
            return HubErrors.Refuse(400, problem);
        if (HubShapes.Member.Check(body) is { } flaw)
            return HubErrors.Refuse(flaw);
        if (body["id"]?.GetValue<string>() is not { } id || !tables.Users.TryFind(id, out var user))
            return HubErrors.Refuse(new Flaw("id", "The id must be that of a user."));

        if (!YouTrackTables.IsMember(group, user))
            group.Body["users"]!.AsArray().Add((JsonNode)new JsonObject { ["id"] = id });

        return users.OfMember(call, user).Wrote(group.Id);
    }

    private Reply RemoveMember(Call call, Row group)
    {
        if (IsBuiltIn(group))
            return HubErrors.Refuse(403, $"The members of '{group.Text("name")}' cannot be changed.");

        return YouTrackTables.RemoveMember(group, call.Captures[1])
            ? new Reply(200).Wrote(group.Id)
            : HubErrors.Refuse(404, $"The user '{call.Captures[1]}' is not in '{group.Text("name")}'.");
    }
}
