using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>
/// The records of Hub. YouTrack's users and groups are views of them: its ids stand beside Hub's in the same record.
/// </summary>
/// <param name="ids">What Hub's ids are made of.</param>
/// <param name="keepsOrganizations">
/// Whether YouTrack itself keeps organizations, as from 2026.1 on, under ids of its own; else Hub does.
/// </param>
internal sealed class YouTrackTables(SeededRandom ids, bool keepsOrganizations)
{
    private int _lastUser;
    private int _lastGroup;
    private int _lastOrganization;
    private int _lastProject;
    private int _lastIssue;
    private int _lastWorkItem;

    public Table Users { get; } = new("users");

    public Table UserGroups { get; } = new("usergroups");

    public Table Organizations { get; } = new("organizations");

    public Table Projects { get; } = new("projects");

    public Table Issues { get; } = new("issues");

    public Table WorkItems { get; } = new("workItems");

    /// <summary>The account that the working token belongs to.</summary>
    public Row Me => Users.Rows[1];

    public Row NewUser(string login, DateTimeOffset now)
    {
        var id = ids.Uuid();
        return new(id, new JsonObject
        {
            ["id"] = id,
            ["youTrackId"] = string.Create(CultureInfo.InvariantCulture, $"1-{++_lastUser}"),
            ["login"] = login,
            ["name"] = login,
            ["banned"] = false,
            ["guest"] = false,
            ["profile"] = new JsonObject { ["email"] = null },
            ["VCSUserNames"] = new JsonArray(),
            ["requiredTwoFactorAuthentication"] = false,
            ["creationTime"] = now.ToUnixTimeMilliseconds(),
            ["lastAccessTime"] = now.ToUnixTimeMilliseconds(),
        });
    }

    public Row NewUserGroup(string name)
    {
        var id = ids.Uuid();
        return new(id, new JsonObject
        {
            ["id"] = id,
            ["youTrackId"] = string.Create(CultureInfo.InvariantCulture, $"3-{++_lastGroup}"),
            ["name"] = name,
            ["description"] = null,
            ["autoJoin"] = false,
            ["users"] = new JsonArray(),
            ["allUsers"] = false,
            ["registeredUsers"] = false,
            ["implicit"] = false,
            ["removable"] = true,
            ["immutable"] = false,
        });
    }

    public Row NewOrganization(string name, string key, DateTimeOffset now)
    {
        var id = keepsOrganizations ? Number(112, ++_lastOrganization) : ids.Uuid();
        return new(id, new JsonObject
        {
            ["id"] = id,
            ["key"] = key,
            ["name"] = name,
            ["description"] = null,
            ["emailDomain"] = null,
            ["creationTime"] = now.ToUnixTimeMilliseconds(),
            ["projectsCount"] = 0,
            ["allUsers"] = false,
            ["users"] = new JsonArray(),
            ["groups"] = new JsonArray(),
            ["projects"] = new JsonArray(),
        });
    }

    public Row NewProject()
    {
        var id = Number(0, ++_lastProject);
        return new(id, new JsonObject
        {
            ["id"] = id,
            ["name"] = null,
            ["shortName"] = null,
            ["description"] = null,
            ["archived"] = false,
            ["leader"] = null,
            ["fromEmail"] = null,
            ["replyToEmail"] = null,
            ["template"] = false,
            ["iconUrl"] = null,
            ["team"] = null,
            ["customFields"] = new JsonArray([.. IssueFieldKinds.All.Select(kind => kind.InProject(_lastProject))]),
        });
    }

    public Row NewIssue(Row project, DateTimeOffset now)
    {
        var id = Number(2, ++_lastIssue);
        var issue = new Row(id, new JsonObject
        {
            ["id"] = id,
            ["numberInProject"] = null,
            ["idReadable"] = null,
            ["summary"] = null,
            ["description"] = null,
            ["project"] = null,
            ["created"] = now.ToUnixTimeMilliseconds(),
            ["updated"] = now.ToUnixTimeMilliseconds(),
            ["resolved"] = null,
            ["reporter"] = new JsonObject { ["id"] = Me.Text("youTrackId") },
            ["updater"] = new JsonObject { ["id"] = Me.Text("youTrackId") },
            ["customFields"] = new JsonArray([.. IssueFieldKinds.All.Select(kind => kind.InIssue(_lastIssue))]),
            ["tags"] = new JsonArray(),
            ["visibility"] = new JsonObject { ["$type"] = "UnlimitedVisibility" },
        });
        Number(issue, project);
        return issue;
    }

    /// <summary>Puts an issue into a project, which gives it the number behind its last one.</summary>
    public void Number(Row issue, Row project)
    {
        var number = Issues.Rows.Where(row => row.Body["project"]!["id"]!.GetValue<string>() == project.Id)
            .Select(row => row.Body["numberInProject"]!.GetValue<int>()).DefaultIfEmpty().Max() + 1;
        issue.Body["project"] = new JsonObject { ["id"] = project.Id };
        issue.Body["numberInProject"] = number;
        issue.Body["idReadable"] = string.Create(CultureInfo.InvariantCulture, $"{project.Text("shortName")}-{number}");
    }

    public Row NewWorkItem(Row issue, DateTimeOffset now)
    {
        var id = Number(136, ++_lastWorkItem);
        return new(id, new JsonObject
        {
            ["id"] = id,
            ["author"] = new JsonObject { ["id"] = Me.Text("youTrackId") },
            ["creator"] = new JsonObject { ["id"] = Me.Text("youTrackId") },
            ["text"] = null,
            ["textPreview"] = null,
            ["type"] = null,
            ["created"] = now.ToUnixTimeMilliseconds(),
            ["updated"] = now.ToUnixTimeMilliseconds(),
            ["date"] = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeMilliseconds(),
            ["duration"] = null,
            ["issue"] = new JsonObject { ["id"] = issue.Id },
            ["attributes"] = new JsonArray(),
        });
    }

    /// <summary>Everybody is in All Users, everybody but the guest in Registered Users.</summary>
    public static bool IsMember(Row group, Row user) =>
        group.Flag("allUsers")
        || (group.Flag("registeredUsers") && !user.Flag("guest"))
        || Members(group).Any(member => Id(member) == user.Id);

    public int CountOf(Row group) => group.Flag("immutable")
        ? Users.Rows.Count(user => IsMember(group, user))
        : Members(group).Count;

    public static bool RemoveMember(Row group, string userId)
    {
        var members = Members(group);
        return members.FirstOrDefault(member => Id(member) == userId) is { } found && members.Remove(found);
    }

    private static string Number(int kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");

    private static JsonArray Members(Row group) => group.Body["users"]!.AsArray();

    private static string? Id(JsonNode? member) => member?["id"]?.GetValue<string>();
}
