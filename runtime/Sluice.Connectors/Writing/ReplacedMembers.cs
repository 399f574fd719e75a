using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Connectors.Writing;

/// <summary>
/// What an update replaces without meaning to change it: lists, and objects with all that is in them, and what goes
/// along as it was read because the vendor demands it. What somebody else changed there since would be undone.
/// </summary>
internal static class ReplacedMembers
{
    /// <summary>
    /// These members as they were shown; null where a body replaces nothing but single values that are to change.
    /// </summary>
    /// <param name="raw">The record as the system showed it.</param>
    /// <param name="body">The update.</param>
    /// <param name="touched">The paths that it is to change.</param>
    public static string? Of(JsonElement raw, JsonNode body, IEnumerable<string> touched)
    {
        var meant = touched.Select(path => path.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var shown = new JsonObject();
        foreach (var (name, value) in body.AsObject())
            if (value is JsonObject or JsonArray || (value is null && IsWhole(raw, name)) || !meant.Contains(name))
                shown[name] = raw.TryGetProperty(name, out var held) ? JsonNode.Parse(held.GetRawText()) : null;

        return shown.Count == 0 ? null : shown.ToJsonString();
    }

    /// <summary>Whether they are still as they were.</summary>
    /// <param name="before">What <see cref="Of"/> said of them.</param>
    /// <param name="raw">The record as the system shows it now.</param>
    public static bool Are(string before, JsonElement raw) => JsonNode.Parse(before)!.AsObject().All(member =>
        JsonNode.DeepEquals(
            member.Value,
            raw.TryGetProperty(member.Key, out var held) ? JsonNode.Parse(held.GetRawText()) : null));

    private static bool IsWhole(JsonElement raw, string name) =>
        raw.TryGetProperty(name, out var held) && held.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
}
