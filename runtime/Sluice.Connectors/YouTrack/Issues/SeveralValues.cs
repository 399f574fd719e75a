using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Connectors.YouTrack.Issues;

/// <summary>
/// Fields of an issue that hold several values at once. YouTrack shows them as a list of objects in the place where
/// other fields have one; here they are the names of these, in a place of their own, and order means nothing.
/// </summary>
internal static class SeveralValues
{
    private const string Member = "values";

    /// <summary>An issue with the names of its several values beside them.</summary>
    public static JsonElement Spread(JsonElement issue)
    {
        if (!issue.TryGetProperty(IssueFields.Member, out var fields) || fields.ValueKind != JsonValueKind.Array
            || !fields.EnumerateArray().Any(IsSeveral))
            return issue;

        var spread = JsonNode.Parse(issue.GetRawText())!.AsObject();
        foreach (var field in spread[IssueFields.Member]!.AsArray().OfType<JsonObject>())
            if (field["value"] is JsonArray values)
                field[Member] = new JsonArray([.. values.Select(value => (JsonNode?)Name(value, Kind(field)))]);

        return JsonElement.Parse(spread.ToJsonString());
    }

    /// <summary>Whether a field is of a kind that holds several values.</summary>
    public static bool Is(JsonObject field) => Kind(field).StartsWith("Multi", StringComparison.Ordinal);

    /// <summary>
    /// Puts a field of several values into the form that is sent: all of them, for that is what YouTrack takes. Whether
    /// it is one; what contradicts that is left, to be refused.
    /// </summary>
    public static bool Form(JsonObject field)
    {
        var values = field[Member] as JsonArray;
        if (values is null)
            field.Remove(Member);
        if (!Is(field) || field["value"] is not null)
            return false;

        field["value"] = new JsonArray([.. (values ?? []).OfType<JsonValue>().Select(
            value => (JsonNode)new JsonObject { [NameOf(Kind(field))] = value.DeepClone() })]);
        field.Remove(Member);
        return true;
    }

    /// <summary>Why a field that is in the form that is sent cannot be; null where it can.</summary>
    public static string? Refuse(JsonObject field)
    {
        var name = field["name"]?.GetValue<string>();
        return Is(field) && field["value"] is not JsonArray
            ? $"The field '{name}' ({Kind(field)}) holds several values: name it as {IssueFields.Member}.{Member}."
            : field.ContainsKey(Member)
            ? $"The field '{name}' ({Kind(field)}) holds one value: name it as {IssueFields.Member}.value.name."
            : null;
    }

    private static bool IsSeveral(JsonElement field) =>
        field.ValueKind == JsonValueKind.Object
        && field.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Array;

    private static string Kind(JsonObject field) => (field["$type"] as JsonValue)?.GetValue<string>() ?? "";

    private static string NameOf(string kind) => kind == "MultiUserIssueCustomField" ? "login" : "name";

    private static JsonNode? Name(JsonNode? value, string kind) =>
        value is JsonObject item ? item[NameOf(kind)]?.DeepClone() : value?.DeepClone();
}
