using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.Data;

internal static class JsonMerge
{
    /// <summary>
    /// Objects are merged member by member; anything else, lists too, replaces what was there. Null stays as null.
    /// </summary>
    public static void Into(JsonObject target, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is JsonObject inner && target[name] is JsonObject existing)
                Into(existing, inner);
            else
                target[name] = value?.DeepClone();
        }
    }
}
