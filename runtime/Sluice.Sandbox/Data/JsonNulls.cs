using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.Data;

internal static class JsonNulls
{
    /// <summary>Takes members without value out, at every depth: the vendor's schema declares no nulls.</summary>
    public static JsonObject Without(JsonObject node)
    {
        foreach (var (name, value) in node.ToList())
        {
            if (value is null)
                node.Remove(name);
            else
                Clean(value);
        }

        return node;
    }

    private static void Clean(JsonNode value)
    {
        if (value is JsonObject inner)
            Without(inner);
        else if (value is JsonArray list)
            list.OfType<JsonObject>().ToList().ForEach(item => Without(item));
    }
}
