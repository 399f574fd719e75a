using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>Refuses objects in which a name stands twice: what is meant then, nobody can tell.</summary>
internal static class OneOfEachName
{
    // Members are told apart when they are first looked for. Two of one name would throw then, wherever that is.
    /// <exception cref="JsonException">A name stands twice in an object.</exception>
    public static void In(JsonNode? node)
    {
        try
        {
            if (node is JsonObject item)
                foreach (var (_, member) in item)
                    In(member);
            else if (node is JsonArray list)
                foreach (var element in list)
                    In(element);
        }
        catch (ArgumentException cause)
        {
            throw new JsonException("One of its names stands in an object twice.", cause);
        }
    }
}
