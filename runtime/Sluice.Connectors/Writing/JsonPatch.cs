using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Sluice.Connectors.Writing;

/// <summary>
/// A list of operations, RFC 6902: what was shown is replaced, also where it was null, and what was not shown is added,
/// for only what is there can be replaced. Null clears: a removal is not known to be understood.
/// </summary>
/// <param name="type">How the contract is written.</param>
internal sealed class JsonPatch(JsonTypeInfo type) : IUpdateFormat
{
    public JsonNode Body(JsonObject changed, Record current, IReadOnlyList<string> touched)
    {
        var operations = new JsonArray();
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in touched)
        {
            var (followed, value) = Paths.Follow(changed, path);
            var (shown, isThere) = Shown(current.Raw, followed);
            if (shown < followed.Count)
                (followed, value) = (followed.Take(shown).ToList(), Whole(changed, followed.Take(shown)));

            var pointer = string.Concat(followed.Select(name => "/" + Escape(name)));
            if (written.Add(pointer))
                operations.Add((JsonNode)new JsonObject
                {
                    ["op"] = isThere ? "replace" : "add",
                    ["path"] = pointer,
                    ["value"] = KeptMembers.At(type, current, followed, value)?.DeepClone(),
                });
        }

        return operations;
    }

    /// <summary>
    /// How much of a path can be written to: up to an object that is not there yet, for nothing can be done inside it.
    /// </summary>
    /// <returns>The number of names, and whether what they lead to was shown, be it as null.</returns>
    private static (int Names, bool IsThere) Shown(JsonElement raw, IReadOnlyList<string> path)
    {
        for (var i = 0; i < path.Count; i++)
            if (!raw.TryGetProperty(path[i], out raw))
                return (i + 1, false);
            else if (raw.ValueKind != JsonValueKind.Object)
                return (i + 1, true);

        return (path.Count, true);
    }

    private static JsonNode? Whole(JsonObject changed, IEnumerable<string> path) =>
        Paths.WithoutNulls(Paths.Follow(changed, string.Join('.', path)).Value);

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
