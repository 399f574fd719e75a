using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>What YouTrack's own API shows of Hub's records.</summary>
internal static class YouTrackFields
{
    public static FieldSet User { get; } = new(
        "User", ["id"], ["id", "login", "fullName", "email", "ringId", "guest", "online", "banned", "avatarUrl",
            "tags", "profiles"]);

    public static FieldSet Group { get; } = new(
        "UserGroup", ["id"], ["id", "name", "ringId", "usersCount", "icon", "allUsersGroup"],
        ("teamForProject", () => Project!));

    public static FieldSet Project { get; } = new(
        "Project", ["id"],
        ["id", "name", "shortName", "description", "archived", "fromEmail", "replyToEmail", "template", "iconUrl"],
        ("leader", () => User!), ("team", () => Group!), ("customFields", () => ProjectField!));

    public static FieldSet Organization { get; } = new(
        "Organization", ["id"], ["id", "key", "name", "description", "iconUrl"], ("projects", () => Project!));

    public static FieldSet Issue { get; } = new(
        "Issue", ["id"],
        ["id", "idReadable", "numberInProject", "summary", "description", "created", "updated", "resolved"],
        ("project", () => Project!), ("reporter", () => User!), ("updater", () => User!),
        ("customFields", () => IssueField!), ("tags", () => Tag!), ("visibility", () => Visibility!));

    public static FieldSet WorkItem { get; } = new(
        "IssueWorkItem", ["id"],
        ["id", "text", "textPreview", "created", "updated", "date"],
        ("author", () => User!), ("creator", () => User!), ("issue", () => Issue!), ("type", () => WorkType!),
        ("duration", () => Duration!), ("attributes", () => Tag!));

    private static FieldSet ProjectField { get; } = new("ProjectCustomField", ["id"], ["id"]);

    private static FieldSet IssueField { get; } =
        new("IssueCustomField", ["id"], ["id", "name"], ("value", () => Value!));

    private static FieldSet Value { get; } =
        new("Value", ["id"], ["id", "name", "login", "fullName", "minutes", "presentation", "text"]);

    private static FieldSet Tag { get; } = new("Tag", ["id"], ["id", "name"]);

    private static FieldSet Visibility { get; } = new("UnlimitedVisibility", ["id"], ["id"]);

    private static FieldSet WorkType { get; } = new("WorkItemType", ["id"], ["id", "name"]);

    private static FieldSet Duration { get; } = new("DurationValue", ["id"], ["id", "minutes", "presentation"]);

    /// <summary>Whom one asks for by id, by login, or as oneself.</summary>
    public static Func<Row, bool> IsUser(YouTrackTables tables, string id) => row =>
        row.Text("youTrackId") == id || row.Text("login") == id || (id == "me" && row == tables.Me);

    public static JsonObject OfUser(Row row) => new()
    {
        ["id"] = row.Text("youTrackId"),
        ["login"] = row.Text("login"),
        ["fullName"] = row.Text("name"),
        ["email"] = row.Body["profile"]?["email"]?["email"]?.GetValue<string>(),
        ["ringId"] = row.Id,
        ["guest"] = row.Flag("guest"),
        ["online"] = false,
        ["banned"] = row.Flag("banned"),
        ["avatarUrl"] = $"/hub/api/rest/avatar/{row.Id}",
        ["tags"] = new JsonArray(),
        ["profiles"] = null,
    };

    public static JsonObject OfGroup(Row row, int members) => new()
    {
        ["id"] = row.Text("youTrackId"),
        ["name"] = row.Text("name"),
        ["ringId"] = row.Id,
        ["usersCount"] = members,
        ["icon"] = null,
        ["allUsersGroup"] = row.Flag("allUsers"),
        ["teamForProject"] = null,
    };
}
