using System.Text.Json.Nodes;

namespace Sluice.Connectors.Writing;

/// <summary>Finds values by their path.</summary>
internal static class Paths
{
    /// <summary>
    /// Follows a path as far as there are objects to follow. A list ends it, for lists are sent whole; so does nothing,
    /// for then nothing is what is sent.
    /// </summary>
    /// <returns>The part that was followed, and the value there.</returns>
    public static (IReadOnlyList<string> Path, JsonNode? Value) Follow(JsonObject root, string path)
    {
        var names = path.Split('.');
        JsonNode? value = root;
        for (var i = 0; i < names.Length; i++)
        {
            if (value is not JsonObject inner)
                return (names[..i], value);

            value = inner[names[i]];
        }

        return (names, value);
    }

    /// <summary>Puts a value at a path, making the objects on the way.</summary>
    public static void Set(JsonObject root, IReadOnlyList<string> path, JsonNode? value)
    {
        for (var i = 0; i < path.Count - 1; i++)
        {
            if (root[path[i]] is not JsonObject inner)
                root[path[i]] = inner = [];

            root = inner;
        }

        root[path[^1]] = value?.DeepClone();
    }

    /// <summary>A copy without members that are null, and without objects in which nothing else is.</summary>
    public static JsonNode? WithoutBlanks(JsonNode? node) =>
        Without(node, value => value is null or JsonObject { Count: 0 });

    /// <summary>A copy without members that are null.</summary>
    public static JsonNode? WithoutNulls(JsonNode? node) => Without(node, value => value is null);

    private static JsonNode? Without(JsonNode? node, Predicate<JsonNode?> isLeftOut) => node switch
    {
        JsonObject item => new JsonObject(item
            .Select(member => KeyValuePair.Create(member.Key, Without(member.Value, isLeftOut)))
            .Where(member => !isLeftOut(member.Value))),
        JsonArray list => new JsonArray([.. list.Select(value => Without(value, isLeftOut))]),
        _ => node?.DeepClone(),
    };
}
