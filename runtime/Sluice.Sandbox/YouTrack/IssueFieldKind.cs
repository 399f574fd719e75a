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
        ["value"] = null,
    };

    /// <summary>The value as it is kept; a reason where it cannot be.</summary>
    public string? TryTake(JsonNode? value, YouTrackTables tables, out JsonNode? kept)
    {
        kept = null;
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
                var name = Text(value, "name");
                kept = new JsonObject
                {
                    ["$type"] = Type.Replace("Single", "", StringComparison.Ordinal)
                        .Replace("IssueCustomField", "BundleElement", StringComparison.Ordinal),
                    ["id"] = string.Create(CultureInfo.InvariantCulture, $"{Number}-{Array.IndexOf(Values, name)}"),
                    ["name"] = name,
                };
                return Values.Contains(name) ? null : bad;
        }
    }

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
