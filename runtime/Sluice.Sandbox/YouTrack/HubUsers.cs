using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

internal sealed class HubUsers(YouTrackTables tables, HubFields fields, PageLimits limits)
    : HubEntity(tables.Users, fields.User, HubShapes.User, limits)
{
    public Reply OfGroup(Call call, Row group) =>
        Page(call, [.. tables.Users.Rows.Where(user => YouTrackTables.IsMember(group, user))]);

    public Reply OfMember(Call call, Row user) => Show(call, user);

    protected override string Resolve(string id) => id == "me" ? tables.Me.Id : id;

    protected override bool IsBuiltIn(Row row) => row.Flag("guest");

    protected override JsonObject View(Row row, Selection? selection)
    {
        var view = row.Body.DeepClone().AsObject();
        if (selection is null || !(selection.Has("groups") || selection.Has("transitiveGroups")))
            return view;

        var groups = tables.UserGroups.Rows
            .Where(group => YouTrackTables.IsMember(group, row))
            .Select(group => group.Body.DeepClone());
        view["groups"] = new JsonArray([.. groups]);
        view["transitiveGroups"] = view["groups"]!.DeepClone();
        return view;
    }

    protected override Flaw? Check(JsonObject changes, Row? existing)
    {
        if (existing is null && string.IsNullOrWhiteSpace(changes["login"]?.GetValue<string>()))
            return new("login", "A user needs a login.");

        var login = changes["login"]?.GetValue<string>();
        var taken = tables.Users.Rows.Any(row =>
            row != existing && string.Equals(row.Text("login"), login, StringComparison.OrdinalIgnoreCase));
        return taken ? new("login", $"The login '{login}' is taken.") : null;
    }

    protected override Row Make(JsonObject body, DateTimeOffset now)
    {
        var row = tables.NewUser(body["login"]!.GetValue<string>(), now);
        body.Remove("type");
        body.Remove("password");
        JsonMerge.Into(row.Body, body);
        Normalise(row.Body);
        return row;
    }

    /// <summary>
    /// An empty address is none, and one that an administrator wrote counts as confirmed unless he says it is not.
    /// </summary>
    protected override void Normalise(JsonObject body)
    {
        if (body["profile"]?["email"] is not JsonObject email)
            return;

        if (string.IsNullOrEmpty(email["email"]?.GetValue<string>()))
            body["profile"]!["email"] = null;
        else if (email["verified"] is null)
            email["verified"] = true;
    }

    protected override void Removed(Row row, Row successor)
    {
        foreach (var group in tables.UserGroups.Rows)
            YouTrackTables.RemoveMember(group, row.Id);
    }
}
