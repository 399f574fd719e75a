using System.Text;
using System.Text.Json;

namespace Sluice.Connectors.Http;

/// <summary>
/// What a system says about an error, in its own words: the vendors' error bodies differ, their parts do not.
/// </summary>
internal static class VendorWords
{
    private const int Longest = 300;

    private static readonly string[] Sentences = ["error_description", "detail", "message", "faultstring", "msg"];
    private static readonly string[] Titles = ["title", "error", "localizedMessage"];
    private static readonly string[] Fields = ["error_field", "field", "path"];

    /// <summary>The words on one line; null where there are none.</summary>
    public static string? Of(Answer answer)
    {
        if (answer.IsWebPage || answer.IsEmpty)
            return null;

        var parts = (answer.Json() is { } body ? Parts(body) : Plain(answer)).Prepend(answer.Words).OfType<string>()
            .Distinct(StringComparer.Ordinal).ToList();
        var text = string.Join("; ", parts).ReplaceLineEndings(" ");
        return text.Length == 0 ? null : text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…");
    }

    // What stands in front of a system often says in plain words why it does not let us through.
    private static IEnumerable<string> Plain(Answer answer) =>
        answer.MediaType is "text/plain" && Encoding.UTF8.GetString(answer.Body.Span).Trim() is { Length: > 0 } text
            ? [text]
            : [];

    private static IEnumerable<string> Parts(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Array)
            return body.EnumerateArray().SelectMany(item => item.ValueKind == JsonValueKind.String
                ? [item.GetString()!]
                : Parts(item));
        if (body.ValueKind != JsonValueKind.Object)
            return [];

        var members = body.EnumerateObject().ToList();
        var said = Texts(members, Sentences).ToList();
        if (said.Count == 0)
            said.AddRange(Texts(members, Titles));

        var about = Texts(members, Fields).Concat(members.SelectMany(Named)).FirstOrDefault();
        return said.Select(text => about is null ? text : $"{about}: {text}").Concat(members.SelectMany(Inner));
    }

    // The field that something is about, where it does not stand there as a text.
    private static IEnumerable<string> Named(JsonProperty member) => member switch
    {
        { Name: "error_params", Value.ValueKind: JsonValueKind.Array } =>
            [.. Joined(member.Value.EnumerateArray().SelectMany(item => Texts(item, "name")), ", ")],
        { Name: "loc", Value.ValueKind: JsonValueKind.Array } =>
            [.. Joined(Strings(member.Value).Where(part => part != "body"), ".")],
        _ => [],
    };

    private static IEnumerable<string> Inner(JsonProperty member) => member.Name.ToLowerInvariant() switch
    {
        "details" when member.Value.ValueKind == JsonValueKind.Array =>
            member.Value.EnumerateArray().SelectMany(Detail),
        "fault" or "error_children" or "details" or "cause" => Parts(member.Value),
        "error" or "detail" when member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array =>
            Parts(member.Value),
        "errors" when member.Value.ValueKind == JsonValueKind.Object =>
            member.Value.EnumerateObject().SelectMany(ByField),
        "errors" => Parts(member.Value),
        _ => [],
    };

    // Some say no more than what a word before them is about.
    private static IEnumerable<string> Detail(JsonElement detail)
    {
        var said = Parts(detail).ToList();
        return said.Count > 0 ? said : Joined(Texts(detail, "domain").Concat(Texts(detail, "resource")), " ");
    }

    private static IEnumerable<string> ByField(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.String => [$"{field.Name}: {field.Value.GetString()}"],
        JsonValueKind.Array when Strings(field.Value).Any() =>
            Strings(field.Value).Select(text => $"{field.Name}: {text}"),
        _ => Parts(field.Value),
    };

    private static IEnumerable<string> Texts(JsonElement item, string name) => item.ValueKind == JsonValueKind.Object
        ? Texts([.. item.EnumerateObject()], [name])
        : [];

    private static IEnumerable<string> Texts(List<JsonProperty> members, string[] names) =>
        from name in names
        from member in members
        where string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)
        from text in Strings(member.Value)
        where !string.IsNullOrWhiteSpace(text)
        select text.Trim();

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => item.GetString()!),
        _ => [],
    };

    private static IEnumerable<string> Joined(IEnumerable<string> parts, string by) =>
        string.Join(by, parts) is { Length: > 0 } text ? [text] : [];
}
