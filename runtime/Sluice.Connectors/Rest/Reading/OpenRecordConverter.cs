using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>Reads and writes records that have no contract: their JSON is the record.</summary>
internal sealed class OpenRecordConverter(Func<JsonObject, IOpenRecord> view) : JsonConverter<IOpenRecord>
{
    public override IOpenRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var node = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException("An object was expected.");
        Settle(node);
        return view(node);
    }

    public override void Write(Utf8JsonWriter writer, IOpenRecord value, JsonSerializerOptions options) =>
        value.Node.WriteTo(writer, options);

    // Members are told apart when they are first looked for. Two of one name would throw then, wherever that is.
    private static void Settle(JsonNode? node)
    {
        try
        {
            if (node is JsonObject item)
                foreach (var (_, member) in item)
                    Settle(member);
            else if (node is JsonArray list)
                foreach (var element in list)
                    Settle(element);
        }
        catch (ArgumentException cause)
        {
            throw new JsonException("One of its names stands in an object twice.", cause);
        }
    }
}
