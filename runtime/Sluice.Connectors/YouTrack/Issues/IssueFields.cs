using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Connectors.YouTrack.Issues;

/// <summary>How the fields of an issue are written: each by its name and kind, in the form that its kind has.</summary>
internal static class IssueFields
{
    public const string Member = "customFields";

    private const string Tags = "tags";

    /// <summary>Puts the fields of a new issue into the form that is sent.</summary>
    public static void Complete(JsonObject body)
    {
        foreach (var field in Of(body))
            Form(field, JsonValueKind.Undefined);
    }

    /// <summary>Leaves the fields that differ from what they were, in the form that is sent.</summary>
    public static void Reduce(JsonObject body, JsonObject before, JsonElement raw)
    {
        var known = Of(before).ToLookup(Name);
        foreach (var field in Of(body).ToList())
        {
            var same = known[Name(field)].FirstOrDefault();
            if (JsonNode.DeepEquals(field, same))
                body[Member]!.AsArray().Remove(field);
            else
                Form(field, KindOf(raw, Name(field)));
        }
    }

    /// <summary>Why a request cannot be sent; null where it can.</summary>
    public static string? Refuse(WriteRequest request)
    {
        if (JsonNode.Parse(request.Body) is not JsonObject body)
            return null;

        foreach (var field in Of(body))
            if (field["$type"] is null)
                return $"The kind of the field '{Name(field)}' is not known, and YouTrack wants it with the value: "
                    + $"add '(Dependant on having KIND in {Member}.$type)' to the row, with a kind such as "
                    + "SingleEnumIssueCustomField.";
            else if (SeveralValues.Refuse(field) is { } reason)
                return reason;

        return null;
    }

    private static IEnumerable<JsonObject> Of(JsonObject body) =>
        (body[Member] as JsonArray ?? []).OfType<JsonObject>();

    private static string? Name(JsonObject field) => field["name"]?.GetValue<string>();

    /// <summary>
    /// The state of an issue that an update is made for: its tags, and the fields with several values that it replaces,
    /// each of them with all that is in it. Null where it replaces single ones.
    /// </summary>
    public static string? StateFor(Record current, JsonNode body)
    {
        var state = new JsonObject();
        var replaced = Of(body.AsObject()).Where(SeveralValues.Is).Select(Name).ToList();
        if (replaced.Count > 0)
            state[Member] = new JsonArray([.. replaced.Select(
                name => (JsonNode)new JsonObject { ["name"] = name, ["value"] = Held(current.Raw, name) })]);
        if (body.AsObject().ContainsKey(Tags))
            state[Tags] = Tagged(current.Raw);

        return state.Count == 0 ? null : state.ToJsonString();
    }

    /// <summary>Whether these are still as they were.</summary>
    public static bool AreStill(string before, JsonElement raw)
    {
        var state = JsonNode.Parse(before)!.AsObject();
        return (state[Member] as JsonArray ?? []).All(
                field => JsonNode.DeepEquals(field!["value"], Held(raw, Name(field.AsObject()))))
            && (!state.TryGetPropertyValue(Tags, out var tags) || JsonNode.DeepEquals(tags, Tagged(raw)));
    }

    private static void Form(JsonObject field, JsonValueKind plain)
    {
        if (SeveralValues.Form(field))
            return;

        var kind = field["$type"]?.GetValue<string>() ?? "";
        var value = field["value"] as JsonObject;
        var name = value?["name"]?.GetValue<string>();
        field["value"] = value?.All(member => member.Value is null) != false ? null
            : kind.StartsWith("Simple", StringComparison.Ordinal) || kind.StartsWith("Date", StringComparison.Ordinal)
                ? Plain(name, plain == JsonValueKind.Number || kind.StartsWith("Date", StringComparison.Ordinal))
            : Part(value, kind);
    }

    // One member says which value is meant; the others follow from it, or belonged to the value before.
    private static JsonObject Part(JsonObject value, string kind)
    {
        var member = kind switch
        {
            "SingleUserIssueCustomField" => "login",
            "PeriodIssueCustomField" => "minutes",
            "TextIssueCustomField" => "text",
            _ => "name",
        };
        return new() { [member] = value[member]?.DeepClone() };
    }

    private static JsonValue? Plain(string? text, bool isNumber) =>
        isNumber && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);

    private static JsonNode? Held(JsonElement raw, string? name) =>
        ValueOf(raw, name) is { ValueKind: not JsonValueKind.Undefined } value
            ? JsonNode.Parse(value.GetRawText())
            : null;

    private static JsonNode? Tagged(JsonElement raw) =>
        raw.TryGetProperty(Tags, out var tags) ? JsonNode.Parse(tags.GetRawText()) : null;

    private static JsonValueKind KindOf(JsonElement raw, string? name) => ValueOf(raw, name).ValueKind;

    private static JsonElement ValueOf(JsonElement raw, string? name)
    {
        if (raw.TryGetProperty(Member, out var fields) && fields.ValueKind == JsonValueKind.Array)
            foreach (var field in fields.EnumerateArray())
                if (field.TryGetProperty("name", out var known) && known.GetString() == name)
                    return field.TryGetProperty("value", out var value) ? value : default;

        return default;
    }
}
