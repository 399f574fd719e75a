using System.Text.Json.Nodes;
using Sluice.Connectors.Entities;

namespace Sluice.Connectors.YouTrack.Issues;

/// <summary>
/// A work item's issue stands in the address and must not stand in the body. Up to the moment of sending it travels in
/// the body of a new one all the same: that is what the journal keeps.
/// </summary>
internal static class NewWorkItem
{
    private const string Parent = "issue";

    /// <summary>Why a request cannot be sent; null where it can.</summary>
    public static string? Refuse(WriteRequest request)
    {
        if (JsonNode.Parse(request.Body) is not JsonObject body)
            return null;
        if (request.Key is not null)
            return body.ContainsKey(Parent)
                ? "A work item stays with its issue: YouTrack moves none to another."
                : null;

        return RecordKey.IsSafe(IssueOf(body)) ? null : "A new work item needs the issue that it belongs to.";
    }

    /// <summary>Takes the issue out of the body again.</summary>
    public static (string Issue, string Body) Split(string body)
    {
        var item = JsonNode.Parse(body)!.AsObject();
        var issue = IssueOf(item)!;
        item.Remove(Parent);
        return (issue, item.ToJsonString());
    }

    private static string? IssueOf(JsonObject body) =>
        body[Parent] is JsonObject issue && issue["id"] is JsonValue id && id.TryGetValue<string>(out var text)
            ? text
            : null;
}
