using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Connectors.Json;

/// <summary>
/// Keys whose JSON type nobody promises: text as it is, a number by its digits. They are written as text.
/// </summary>
internal sealed class OpaqueKeyConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => throw new JsonException("A key was expected: text or a number."),
        };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
