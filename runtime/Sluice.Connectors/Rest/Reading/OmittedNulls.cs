using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>
/// Puts nulls where a system left them out. What a record does not show is unknown otherwise, and nothing is written
/// over it.
/// </summary>
internal static class OmittedNulls
{
    /// <summary>Makes the records of an entity what they are taken for.</summary>
    /// <param name="settings">Whether its system leaves nulls out.</param>
    /// <param name="paths">The paths that documents name.</param>
    public static Func<JsonElement, JsonElement> Of(EntityOptions settings, IReadOnlyList<string> paths) =>
        settings.OmitsNulls ? element => Put(element, paths) : element => element;

    /// <exception cref="JsonException">A name stands twice in an object.</exception>
    private static JsonElement Put(JsonElement element, IReadOnlyList<string> paths)
    {
        var record = JsonObject.Create(element)!;
        OneOfEachName.In(record);
        foreach (var path in paths)
            Follow(record, path.Split('.'));

        return JsonElement.Parse(record.ToJsonString());
    }

    // Where a name is missing, nothing follows it. A list is taken as it is: its elements need not be alike.
    private static void Follow(JsonNode? node, ReadOnlySpan<string> names)
    {
        switch (node)
        {
            case JsonObject item when !item.ContainsKey(names[0]):
                item[names[0]] = null;
                break;
            case JsonObject item when names.Length > 1:
                Follow(item[names[0]], names[1..]);
                break;
            default:
                break;
        }
    }
}
