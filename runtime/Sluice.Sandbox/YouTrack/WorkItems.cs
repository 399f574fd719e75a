using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>Work items are read at an address of their own and written below their issue.</summary>
internal sealed class WorkItems(YouTrackTables tables, PageLimits limits)
    : YouTrackEntity(tables, YouTrackFields.WorkItem, YouTrackShapes.WorkItem, limits)
{
    private static readonly (string Id, string Name)[] Types = [("97-1", "Development"), ("97-2", "Testing")];

    // What may stand for a person.
    private static readonly string[] Ways = ["id", "login", "ringId"];

    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/workItems",
            ["fields", "$skip", "$top", "updatedStart", "updatedEnd", "createdStart", "createdEnd", "author",
                "creator"],
            List),
        new("GET", $"{root}/workItems/{{}}", ["fields"], call => Tables.WorkItems.TryFind(call.Captures[0], out var row)
            ? Show(call, row)
            : NotFound(call.Captures[0])),
        new("GET", $"{root}/issues/{{}}/timeTracking/workItems", ["fields", "$skip", "$top"],
            call => WithIssue(call, issue => Page(call, Tables.WorkItems.Rows.Where(row => IsOf(row, issue))))),
        new("POST", $"{root}/issues/{{}}/timeTracking/workItems", ["fields"],
            call => WithIssue(call, issue => Create(call, issue))),
        new("POST", $"{root}/issues/{{}}/timeTracking/workItems/{{}}", ["fields"],
            call => WithRow(call, row => Update(call, row))),
        new("DELETE", $"{root}/issues/{{}}/timeTracking/workItems/{{}}", [], call => WithRow(call, Delete)),
    ];

    protected override JsonObject View(Row row)
    {
        var view = row.Body.DeepClone().AsObject();
        view["author"] = User(view["author"]);
        view["creator"] = User(view["creator"]);
        if (IdIn(view["issue"]) is { } id && Tables.Issues.TryFind(id, out var issue))
            view["issue"] = issue.Body.DeepClone();

        return view;
    }

    private static bool IsOf(Row row, Row issue) => IdIn(row.Body["issue"]) == issue.Id;

    private Reply WithIssue(Call call, Func<Row, Reply> answer) =>
        Issues.Find(Tables, call.Captures[0]) is { } issue ? answer(issue) : NotFound(call.Captures[0]);

    private Reply WithRow(Call call, Func<Row, Reply> answer) => WithIssue(
        call,
        issue => Tables.WorkItems.TryFind(call.Captures[1], out var row) && IsOf(row, issue)
            ? answer(row)
            : NotFound(call.Captures[1]));

    // Further parameters are documented by name alone, and refused.
    private Reply List(Call call)
    {
        if (!TryBetween(call, "updated", out var isUpdated) || !TryBetween(call, "created", out var isCreated))
            return YouTrackErrors.Refuse(
                400, "updatedStart, updatedEnd, createdStart and createdEnd take milliseconds since 1970.");

        return Page(call, Tables.WorkItems.Rows.Where(row =>
            isUpdated(row) && isCreated(row) && IsBy(call, "author", row) && IsBy(call, "creator", row)));
    }

    /// <summary>
    /// Whether a person is who was asked for, by id, login or Hub's id; so is everybody where nobody was.
    /// </summary>
    private bool IsBy(Call call, string name, Row row) =>
        !call.Query.TryGetValue(name, out var wanted)
        || (User(row.Body[name]) is { } user
            && Array.Exists(Ways, way => user[way]?.GetValue<string>() == wanted));

    private static bool TryBetween(Call call, string name, out Func<Row, bool> isBetween)
    {
        var isRead = TryMilliseconds(call, $"{name}Start", long.MinValue, out var start)
            & TryMilliseconds(call, $"{name}End", long.MaxValue, out var end);
        isBetween = row => row.Body[name]!.GetValue<long>() is var stamp && stamp >= start && stamp <= end;
        return isRead;
    }

    private static bool TryMilliseconds(Call call, string name, long missing, out long value)
    {
        value = missing;
        return !call.Query.TryGetValue(name, out var text)
            || long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private Reply Create(Call call, Row issue)
    {
        if (!TryReadBody(call, out var body, out var refusal))
            return refusal;

        var row = Tables.NewWorkItem(issue, call.Now);
        if (Put(row.Body, body, call.Now) is { } flaw)
            return YouTrackErrors.Invalid(flaw);

        return Show(call, Tables.WorkItems.Add(row)).Wrote(row.Id);
    }

    private Reply Update(Call call, Row row)
    {
        if (!TryReadBody(call, out var body, out var refusal))
            return refusal;

        var after = row.Body.DeepClone().AsObject();
        if (Put(after, body, call.Now) is { } flaw)
            return YouTrackErrors.Invalid(flaw);

        row.Body = after;
        return Show(call, row).Wrote(row.Id);
    }

    private Flaw? Put(JsonObject item, JsonObject body, DateTimeOffset now)
    {
        JsonMerge.Into(item, body);
        if (item["duration"]?["minutes"] is not { } minutes)
            return new("duration", "duration.minutes is required.");
        if (minutes.GetValue<long>() <= 0)
            return new("duration", "duration.minutes must be more than 0.");
        if (item["date"] is null)
            return new("date", "date must not be null.");
        if (CheckId(item["author"], "author") is { } flaw)
            return flaw;
        if (User(item["author"]) is null)
            return new("author", $"There is no user {IdIn(item["author"])}.");
        if (item["type"] is { } type)
        {
            var known = Array.Find(Types, one => one.Id == IdIn(type));
            if (known.Id is null)
                return new("type", $"There is no work item type {IdIn(type)}.");

            item["type"] = new JsonObject { ["id"] = known.Id, ["name"] = known.Name };
        }

        var span = IssueFieldKind.Period(minutes.GetValue<long>());
        span["$type"] = "DurationValue";
        item["duration"] = span;
        item["textPreview"] = item["text"]?.DeepClone();
        item["updated"] = now.ToUnixTimeMilliseconds();
        return null;
    }

    private Reply Delete(Row row)
    {
        Tables.WorkItems.Remove(row);
        return new Reply(200).Wrote(row.Id);
    }
}
