using System.Text.Json;

namespace Sluice.Connectors.Http;

/// <summary>
/// What a system says about an error, in its own words: the vendors' error bodies differ, their parts do not.
/// </summary>
internal static class VendorWords
{
    private const int Longest = 300;

    private static readonly string[] Sentences = ["error_description", "detail", "message", "faultstring"];
    private static readonly string[] Titles = ["title", "error"];
    private static readonly string[] Fields = ["error_field", "field", "path"];

    /// <summary>The words on one line; null where there are none.</summary>
    public static string? Of(Answer answer)
    {
        if (answer.IsWebPage || answer.IsEmpty || answer.Json() is not { } body)
            return null;

        var parts = Parts(body).Prepend(answer.Words).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var text = string.Join("; ", parts).ReplaceLineEndings(" ");
        return text.Length == 0 ? null : text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…");
    }

    private static IEnumerable<string> Parts(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Array)
            return body.EnumerateArray().SelectMany(Parts);
        if (body.ValueKind != JsonValueKind.Object)
            return [];

        var members = body.EnumerateObject().ToList();
        var said = Texts(members, Sentences).ToList();
        if (said.Count == 0)
            said.AddRange(Texts(members, Titles));

        var about = Texts(members, Fields).FirstOrDefault();
        return said.Select(text => about is null ? text : $"{about}: {text}").Concat(members.SelectMany(Inner));
    }

    private static IEnumerable<string> Inner(JsonProperty member) => member.Name.ToLowerInvariant() switch
    {
        "fault" or "error_children" or "details" => Parts(member.Value),
        "error" when member.Value.ValueKind == JsonValueKind.Object => Parts(member.Value),
        "errors" when member.Value.ValueKind == JsonValueKind.Object =>
            member.Value.EnumerateObject().SelectMany(ByField),
        "errors" => Parts(member.Value),
        _ => [],
    };

    private static IEnumerable<string> ByField(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.String => [$"{field.Name}: {field.Value.GetString()}"],
        JsonValueKind.Array => field.Value.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => $"{field.Name}: {item.GetString()}"),
        _ => Parts(field.Value),
    };

    private static IEnumerable<string> Texts(List<JsonProperty> members, string[] names) =>
        from name in names
        from member in members
        where string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)
            && member.Value.ValueKind == JsonValueKind.String
            && !string.IsNullOrWhiteSpace(member.Value.GetString())
        select member.Value.GetString()!.Trim();
}
