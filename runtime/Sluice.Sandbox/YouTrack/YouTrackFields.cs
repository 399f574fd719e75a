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
        "UserGroup", ["id"], ["id", "name", "ringId", "usersCount", "icon", "allUsersGroup", "teamForProject"]);

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
