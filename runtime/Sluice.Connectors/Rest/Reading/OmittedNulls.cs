using System.Text.Json.Nodes;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>
/// Puts nulls where a system left them out. What a record does not show is unknown otherwise, and nothing is written
/// over it.
/// </summary>
internal static class OmittedNulls
{
    /// <param name="record">The record.</param>
    /// <param name="paths">The paths that documents name.</param>
    public static void Put(JsonObject record, IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
            Follow(record, path.Split('.'));
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
