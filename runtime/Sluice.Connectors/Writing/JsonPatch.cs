using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Connectors.Writing;

/// <summary>A list of replacements, RFC 6902. Null clears: a removal is not known to be understood.</summary>
internal sealed class JsonPatch : IUpdateFormat
{
    public JsonNode Body(JsonObject changed, Record current, IReadOnlyList<string> touched)
    {
        var operations = new JsonArray();
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in touched)
        {
            var (followed, value) = Paths.Follow(changed, path);
            if (Missing(current.Raw, followed) is { } missing)
                (followed, value) = (followed.Take(missing).ToList(), Whole(changed, followed.Take(missing)));

            var pointer = string.Concat(followed.Select(name => "/" + Escape(name)));
            if (written.Add(pointer))
                operations.Add((JsonNode)new JsonObject
                {
                    ["op"] = "replace",
                    ["path"] = pointer,
                    ["value"] = value?.DeepClone(),
                });
        }

        return operations;
    }

    /// <summary>
    /// How much of a path leads to an object that is not there yet; null where all are. Nothing can be replaced inside
    /// it.
    /// </summary>
    private static int? Missing(JsonElement raw, IReadOnlyList<string> path)
    {
        for (var i = 0; i < path.Count - 1; i++)
            if (!raw.TryGetProperty(path[i], out raw) || raw.ValueKind != JsonValueKind.Object)
                return i + 1;

        return null;
    }

    private static JsonNode? Whole(JsonObject changed, IEnumerable<string> path) =>
        Paths.WithoutNulls(Paths.Follow(changed, string.Join('.', path)).Value);

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
