using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>A field that every project of the sandbox has.</summary>
/// <param name="Number">Its place, which its ids end with.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Type">Its discriminator, without which it cannot be written.</param>
/// <param name="Values">The names it takes; none where it takes something else.</param>
internal sealed record IssueFieldKind(int Number, string Name, string Type, params string[] Values)
{
    public JsonObject InProject(int project) => new() { ["id"] = Id(project) };

    public JsonObject InIssue(int issue) => new()
    {
        ["$type"] = Type,
        ["id"] = Id(issue),
        ["name"] = Name,
        ["value"] = Type.StartsWith("Multi", StringComparison.Ordinal) ? new JsonArray() : null,
    };

    /// <summary>The value as it is kept; a reason where it cannot be.</summary>
    public string? TryTake(JsonNode? value, YouTrackTables tables, out JsonNode? kept)
    {
        kept = null;
        if (Type.StartsWith("Multi", StringComparison.Ordinal))
            return TryTakeAll(value, out kept);
        if (value is null)
            return null;

        var bad = $"The value of {Name} is not one of {Type}.";
        switch (Type)
        {
            case "PeriodIssueCustomField":
                if (value["minutes"] is not JsonValue minutes || !minutes.TryGetValue<long>(out var span) || span < 0)
                    return bad;

                kept = Period(span);
                return null;
            case "DateIssueCustomField":
                kept = value.DeepClone();
                return value.GetValueKind() == JsonValueKind.Number ? null : bad;
            case "SimpleIssueCustomField":
                kept = value.DeepClone();
                return value.GetValueKind() == JsonValueKind.String ? null : bad;
            case "SingleUserIssueCustomField":
                var user = tables.Users.Rows.FirstOrDefault(row => row.Text("login") == Text(value, "login"));
                kept = user is null ? null : YouTrackFields.OfUser(user);
                return user is null ? bad : null;
            default:
                kept = Element(Text(value, "name"));
                return Values.Contains(Text(value, "name")) ? null : bad;
        }
    }

    /// <summary>All values at once: what is not among them is taken away. Null is refused.</summary>
    private string? TryTakeAll(JsonNode? value, out JsonNode? kept)
    {
        kept = null;
        var names = (value as JsonArray)?.Select(item => item is null ? null : Text(item, "name")).ToList();
        if (names is null || names.Distinct().Count() != names.Count || names.Exists(name => !Values.Contains(name)))
            return $"The value of {Name} is a list of different ones, each by its name: {string.Join(", ", Values)}.";

        kept = new JsonArray([.. names.Select(name => (JsonNode)Element(name))]);
        return null;
    }

    private JsonObject Element(string? name) => new()
    {
        ["$type"] = Type.Replace("Single", "", StringComparison.Ordinal)
            .Replace("Multi", "", StringComparison.Ordinal)
            .Replace("IssueCustomField", "BundleElement", StringComparison.Ordinal),
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"{Number}-{Array.IndexOf(Values, name)}"),
        ["name"] = name,
    };

    public static JsonObject Period(long minutes) => new()
    {
        ["$type"] = "PeriodValue",
        ["id"] = "P",
        ["minutes"] = minutes,
        ["presentation"] = string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h {minutes % 60}m"),
    };

    private static string? Text(JsonNode value, string name) =>
        value is JsonObject item && item[name] is JsonValue text && text.TryGetValue<string>(out var read)
            ? read
            : null;

    private string Id(int owner) => string.Create(CultureInfo.InvariantCulture, $"92-{(owner * 100) + Number}");
}
