using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

internal sealed class Projects(YouTrackTables tables, PageLimits limits)
    : YouTrackEntity(tables, YouTrackFields.Project, YouTrackShapes.Project, limits)
{
    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/admin/projects", ["fields", "$skip", "$top"], call => Page(call, Tables.Projects.Rows)),
        new("POST", $"{root}/admin/projects", ["fields", "template"], Create),
        new("GET", $"{root}/admin/projects/{{}}", ["fields"], call => WithRow(call, row => Show(call, row))),
        new("POST", $"{root}/admin/projects/{{}}", ["fields"], call => WithRow(call, row => Update(call, row, Check))),
        new("DELETE", $"{root}/admin/projects/{{}}", [], call => WithRow(call, Delete)),
    ];

    protected override JsonObject View(Row row)
    {
        var view = row.Body.DeepClone().AsObject();
        view["leader"] = User(view["leader"]);
        return view;
    }

    private Reply WithRow(Call call, Func<Row, Reply> answer) =>
        Tables.Projects.TryFind(call.Captures[0], out var row) ? answer(row) : NotFound(call.Captures[0]);

    private Reply Create(Call call)
    {
        if (call.Query.TryGetValue("template", out var template) && template is not ("scrum" or "kanban"))
            return YouTrackErrors.Refuse(400, "template takes scrum or kanban.");
        if (!TryReadBody(call, out var body, out var refusal))
            return refusal;

        var row = Tables.NewProject();
        JsonMerge.Into(row.Body, body);
        if (Check(row.Body, null) is { } flaw)
            return YouTrackErrors.Invalid(flaw);

        return Show(call, Tables.Projects.Add(row)).Wrote(row.Id);
    }

    private Flaw? Check(JsonObject after, Row? existing)
    {
        foreach (var name in new[] { "name", "shortName" })
            if (string.IsNullOrWhiteSpace(after[name]?.GetValue<string>()))
                return new(name, $"{name} is required.");

        if (Tables.Projects.Rows.Any(row => row != existing && row.Text("shortName") == after["shortName"]!.ToString()))
            return new("shortName", $"The short name {after["shortName"]} is taken.");

        return CheckId(after["leader"], "leader")
            ?? (User(after["leader"]) is null ? new("leader", $"There is no user {IdIn(after["leader"])}.") : null);
    }

    /// <summary>A project takes its issues along, and the work on them.</summary>
    private Reply Delete(Row row)
    {
        Tables.Projects.Remove(row);
        foreach (var issue in Tables.Issues.Rows.Where(issue => IdIn(issue.Body["project"]) == row.Id).ToList())
            Issues.Remove(Tables, issue);

        return new Reply(200).Wrote(row.Id);
    }
}
