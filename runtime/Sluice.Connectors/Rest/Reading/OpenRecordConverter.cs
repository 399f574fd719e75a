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
        OneOfEachName.In(node);
        return view(node);
    }

    public override void Write(Utf8JsonWriter writer, IOpenRecord value, JsonSerializerOptions options) =>
        value.Node.WriteTo(writer, options);
}
