using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>
/// YouTrack and the Hub that is built into it: before 2026.1, or as of 2026.1, where YouTrack writes users and groups
/// itself, too, and keeps the organizations that Hub then no longer has.
/// </summary>
internal sealed class YouTrackSystem : VendorSystem
{
    private const string Hub = "/hub/api/rest";

    private readonly YouTrackTables _tables;
    private readonly RouteTable _hub;
    private readonly RouteTable _youTrack;

    public YouTrackSystem(Population population, PageCap cap, bool is2026)
    {
        _tables = YouTrackRecords.From(population, is2026);
        var people = new PageLimits(100, int.MaxValue, cap.People);
        var organisations = new PageLimits(100, int.MaxValue, cap.Organisations);
        var fields = new HubFields(is2026);
        var users = new HubUsers(_tables, fields, people);
        _hub = new(HubErrors.Refuse, StringComparer.Ordinal,
        [
            .. users.Routes(Hub),
            .. new HubUserGroups(_tables, users, fields, organisations).Routes(Hub),
            .. is2026 ? [] : new HubOrganizations(_tables, fields, organisations).Routes(Hub),
        ]);
        var work = organisations with { Default = 42 };
        var projects = new Projects(_tables, work);
        var issues = new Issues(_tables, work);
        var workItems = new WorkItems(_tables, work);
        _youTrack = new(YouTrackErrors.Refuse, StringComparer.Ordinal,
        [
            .. is2026 ? NewAccounts(people, organisations) : OldAccounts(people, organisations),
            .. projects.Routes("/api"),
            .. is2026 ? new AdminOrganizations(_tables, work).Routes("/api") : [],
            .. issues.Routes("/api"),
            .. workItems.Routes("/api"),
        ]);
    }

    public override string Name => "youtrack";

    public override IReadOnlyList<Table> Tables =>
        [_tables.Users, _tables.UserGroups, _tables.Organizations, _tables.Projects, _tables.Issues, _tables.WorkItems];

    public override Reply Answer(Call call)
    {
        var isHub = IsHub(call.Path);
        if (call.Bearer is not (Credentials.YouTrack or Credentials.YouTrackOnly)
            || (isHub && call.Bearer != Credentials.YouTrack))
            return RefuseToken(call);
        if (call.LacksRight() is { } entity && !call.Path.EndsWith("/me", StringComparison.Ordinal))
            return isHub
                ? HubErrors.Refuse(403, $"The permission to see or change {entity} is missing.")
                : YouTrackErrors.Refuse(403, $"You do not have access to {entity}.");

        return (isHub ? _hub : _youTrack).Answer(call, call.Path);
    }

    public override Reply Refuse(int status, string reason) => HubErrors.Refuse(status, reason);

    public override Reply RefuseToken(Call call) => IsHub(call.Path)
        ? HubErrors.Refuse(401, "The token is unknown, deleted or not meant for Hub.")
        : YouTrackErrors.Refuse(401, "You are not logged in.");

    public override JsonObject Dump()
    {
        var dump = base.Dump();
        var groups = _tables.UserGroups.Rows.Select(row => YouTrackFields.OfGroup(row, _tables.CountOf(row)));
        dump["groups"] = new JsonArray([.. groups]);
        return dump;
    }

    public override void Touch(Table table, Row row, IReadOnlyCollection<string> names, DateTimeOffset now)
    {
        if (row.Body.ContainsKey("updated"))
            row.Body["updated"] = now.ToUnixTimeMilliseconds();
    }

    private static bool IsHub(string path) => path.StartsWith("/hub/", StringComparison.Ordinal);

    private static bool IsGroup(string id, Row row) => row.Text("youTrackId") == id;

    private IEnumerable<Route> OldAccounts(PageLimits people, PageLimits organisations) =>
    [
        .. new YouTrackView(
            "users", _tables.Users, YouTrackFields.User, people with { Default = 42 },
            YouTrackFields.OfUser, (id, row) => YouTrackFields.IsUser(_tables, id)(row)).Routes("/api"),
        new("POST", "/api/users", ["fields"], _ => YouTrackErrors.NoNewUsers()),
        .. new YouTrackView(
            "groups", _tables.UserGroups, YouTrackFields.Group, organisations with { Default = 42 },
            row => YouTrackFields.OfGroup(row, _tables.CountOf(row)), IsGroup).Routes("/api"),
    ];

    private IEnumerable<Route> NewAccounts(PageLimits people, PageLimits organisations)
    {
        var users = new YouTrackUsers(_tables, people with { Default = 42 });
        var groups = new YouTrackGroups(_tables, users, organisations with { Default = 42 });
        return [.. users.Routes("/api"), .. groups.Routes("/api")];
    }
}
