using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>Keys of one or several members, texts or numbers: <c>17</c>, <c>abc</c>, <c>17/3</c>.</summary>
/// <param name="members">The members, each a path.</param>
internal sealed class RestKeys(IReadOnlyList<string> members)
{
    private const char Between = '/';

    /// <summary>A record's key; null where a member is missing, or cannot be part of one.</summary>
    public string? Of(JsonObject record)
    {
        var parts = members.Select(member => Text(Find(record, member))).ToList();
        return parts.TrueForAll(IsPart) ? string.Join(Between, parts) : null;
    }

    /// <summary>Whether a key can be one of these.</summary>
    public bool IsKey(string key) => Split(key) is var parts && parts.Length == members.Count && parts.All(IsPart);

    /// <summary>What stands in a route for a key: by the names of its members, or as a whole.</summary>
    public Func<string, string?> Places(string key)
    {
        var parts = members.Zip(Split(key)).ToDictionary(part => part.First, part => part.Second);
        return place => parts.GetValueOrDefault(place)
            ?? (place == EntityProblems.WholeKey && members.Count == 1 ? key : null);
    }

    /// <summary>
    /// What stands at a path of a record, as <see cref="JsonPlace"/> has it; null where nothing does.
    /// </summary>
    public static JsonNode? Find(JsonObject record, string path)
    {
        if (record.TryGetPropertyValue(path, out var found))
            return found;

        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot >= 0 && record[path[..dot]] is JsonObject inner ? Find(inner, path[(dot + 1)..]) : null;
    }

    /// <summary>A text or number as text; null for everything else.</summary>
    public static string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number => node.ToJsonString(),
        _ => null,
    };

    // One member may hold whatever it likes: it is escaped as a whole.
    private string[] Split(string key) => members.Count == 1 ? [key] : key.Split(Between);

    private bool IsPart(string? part) =>
        RecordKey.IsSafe(part) && (members.Count == 1 || !part!.Contains(Between, StringComparison.Ordinal));
}
