using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

internal sealed class Issues(YouTrackTables tables, PageLimits limits)
    : YouTrackEntity(tables, YouTrackFields.Issue, YouTrackShapes.Issue, limits)
{
    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/issues", ["query", "fields", "$skip", "$top"], List),
        new("POST", $"{root}/issues", ["fields", "draftId", "muteUpdateNotifications"], Create),
        new("GET", $"{root}/issues/{{}}", ["fields"], call => WithRow(call, row => Show(call, row))),
        new("POST", $"{root}/issues/{{}}", ["fields", "muteUpdateNotifications"],
            call => WithRow(call, row => Update(call, row))),
        new("DELETE", $"{root}/issues/{{}}", [], call => WithRow(call, Delete)),
    ];

    /// <summary>Takes an issue away, and the work on it.</summary>
    public static void Remove(YouTrackTables tables, Row issue)
    {
        tables.Issues.Remove(issue);
        foreach (var item in tables.WorkItems.Rows.Where(item => IdIn(item.Body["issue"]) == issue.Id).ToList())
            tables.WorkItems.Remove(item);
    }

    /// <summary>An issue by either of its ids.</summary>
    public static Row? Find(YouTrackTables tables, string id) => tables.Issues.TryFind(id, out var row)
        ? row
        : tables.Issues.Rows.FirstOrDefault(issue => issue.Text("idReadable") == id);

    protected override JsonObject View(Row row)
    {
        var view = row.Body.DeepClone().AsObject();
        view["reporter"] = User(view["reporter"]);
        view["updater"] = User(view["updater"]);
        if (IdIn(view["project"]) is { } id && Tables.Projects.TryFind(id, out var project))
            view["project"] = project.Body.DeepClone();

        return view;
    }

    private Reply WithRow(Call call, Func<Row, Reply> answer) =>
        Find(Tables, call.Captures[0]) is { } row ? answer(row) : NotFound(call.Captures[0]);

    private Reply List(Call call)
    {
        var query = call.Query.GetValueOrDefault("query", "");
        return IssueSearch.TryRun(query, Tables.Issues.Rows, out var found)
            ? Page(call, found)
            : YouTrackErrors.InvalidQuery($"Can't parse search query: {query}");
    }

    private Reply Create(Call call)
    {
        if (!TryReadBody(call, out var body, out var refusal))
            return refusal;
        if (string.IsNullOrWhiteSpace(body["summary"]?.GetValue<string>()))
            return YouTrackErrors.Invalid(new("summary", "summary is required."));
        if (CheckId(body["project"], "project") is { } flaw)
            return YouTrackErrors.Invalid(flaw);
        if (!Tables.Projects.TryFind(IdIn(body["project"])!, out var project))
            return YouTrackErrors.Invalid(new("project", $"There is no project {IdIn(body["project"])}."));

        var row = Tables.NewIssue(project, call.Now);
        if (Put(row, body, call.Now) is { } reply)
            return reply;

        return Show(call, Tables.Issues.Add(row)).Wrote(row.Id);
    }

    private Reply Update(Call call, Row row)
    {
        if (!TryReadBody(call, out var body, out var refusal))
            return refusal;
        if (body.ContainsKey("summary") && string.IsNullOrWhiteSpace(body["summary"]?.GetValue<string>()))
            return YouTrackErrors.Invalid(new("summary", "summary is required."));

        var after = new Row(row.Id, row.Body.DeepClone().AsObject());
        if (body.ContainsKey("project") && IdIn(body["project"]) != IdIn(row.Body["project"]))
        {
            if (CheckId(body["project"], "project") is { } flaw)
                return YouTrackErrors.Invalid(flaw);
            if (!Tables.Projects.TryFind(IdIn(body["project"])!, out var project))
                return YouTrackErrors.Invalid(new("project", $"There is no project {IdIn(body["project"])}."));

            Tables.Number(after, project);
        }

        if (Put(after, body, call.Now) is { } reply)
            return reply;

        row.Body = after.Body;
        return Show(call, row).Wrote(row.Id);
    }

    /// <summary>Puts a body into an issue; what is said instead where that cannot be done.</summary>
    private Reply? Put(Row row, JsonObject body, DateTimeOffset now)
    {
        var fields = body["customFields"] as JsonArray ?? [];
        body.Remove("customFields");
        body.Remove("project");
        foreach (var field in fields)
            if (Put(row, field!.AsObject()) is { } reply)
                return reply;

        JsonMerge.Into(row.Body, body);
        row.Body["updated"] = now.ToUnixTimeMilliseconds();
        var isFixed = Field(row, "State")["value"]?["name"]?.GetValue<string>() == "Fixed";
        row.Body["resolved"] = !isFixed ? null : row.Body["resolved"]?.DeepClone() ?? now.ToUnixTimeMilliseconds();
        return null;
    }

    /// <summary>One field. One that is not named stays as it is; one of a wrong kind breaks the server.</summary>
    private Reply? Put(Row row, JsonObject field)
    {
        var name = field["name"]?.GetValue<string>();
        if (IssueFieldKinds.Named(name) is not { } kind)
            return YouTrackErrors.Invalid(new("customFields", $"There is no field '{name}' in this project."));
        if (field["$type"] is not { } type)
            return YouTrackErrors.Invalid(new("customFields", $"The field '{name}' needs its $type."));
        if (type.ToString() != kind.Type)
            return YouTrackErrors.Refuse(500, "Internal Server Error");
        if (kind.TryTake(field["value"], Tables, out var kept) is { } reason)
            return YouTrackErrors.Invalid(new("customFields", reason));

        Field(row, kind.Name)["value"] = kept;
        return null;
    }

    private static JsonObject Field(Row row, string name) => row.Body["customFields"]!.AsArray()
        .Select(field => field!.AsObject()).Single(field => field["name"]!.ToString() == name);

    private Reply Delete(Row row)
    {
        Remove(Tables, row);
        return new Reply(200).Wrote(row.Id);
    }
}
