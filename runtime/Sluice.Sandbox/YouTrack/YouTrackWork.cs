using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>What people work on in YouTrack at first.</summary>
internal static class YouTrackWork
{
    private const int IssueCount = 60;
    private const int WorkItemCount = 30;

    private static readonly string[] Names = ["Rigging", "Hull", "Harbour", "Charts", "Galley"];

    public static void AddTo(YouTrackTables tables)
    {
        var made = Stamp.Beginning.AddDays(90);
        foreach (var (i, name) in Names.Index())
        {
            var body = tables.Projects.Add(tables.NewProject()).Body;
            body["name"] = name;
            body["shortName"] = name[..3].ToUpperInvariant();
            body["leader"] = new JsonObject { ["id"] = tables.Users.Rows[i + 2].Text("youTrackId") };
            body["archived"] = i == Names.Length - 1;
        }

        for (var i = 0; i < IssueCount; i++)
            AddIssue(tables, i, made.AddHours(i));

        for (var i = 0; i < WorkItemCount; i++)
            AddWorkItem(tables, i, made.AddHours(IssueCount + i));
    }

    private static void AddIssue(YouTrackTables tables, int number, DateTimeOffset made)
    {
        var row = tables.Issues.Add(tables.NewIssue(tables.Projects.Rows[number % Names.Length], made));
        row.Body["summary"] = string.Create(CultureInfo.InvariantCulture, $"Something to mend, no. {number + 1}");
        row.Body["description"] = number % 3 == 0 ? "It leaks." : null;
        var fields = row.Body["customFields"]!.AsArray();
        foreach (var (kind, value) in new[] { ("Priority", "Normal"), ("State", number % 4 == 0 ? "Fixed" : "Open") })
        {
            var field = fields.Single(one => one!["name"]!.ToString() == kind)!;
            IssueFieldKinds.Named(kind)!.TryTake(new JsonObject { ["name"] = value }, tables, out var kept);
            field["value"] = kept;
        }

        row.Body["resolved"] = number % 4 == 0 ? made.ToUnixTimeMilliseconds() : null;
    }

    private static void AddWorkItem(YouTrackTables tables, int number, DateTimeOffset made)
    {
        var body = tables.WorkItems.Add(tables.NewWorkItem(tables.Issues.Rows[number], made)).Body;
        body["text"] = "Mended a bit";
        body["textPreview"] = "Mended a bit";
        body["duration"] = IssueFieldKind.Period(30 + (number * 15));
        body["type"] = new JsonObject { ["id"] = "97-1", ["name"] = "Development" };
    }
}
