using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Connectors.Json;

/// <summary>
/// Values whose kind a vendor leaves open, such as what a custom field holds: text as it is, all else as its JSON. One
/// of another kind than expected must not make the record unreadable. An object or a list goes back as one.
/// </summary>
internal sealed class LooseTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString()!;

        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return Encoding.UTF8.GetString(reader.ValueSpan);

        using var whole = JsonDocument.ParseValue(ref reader);
        return whole.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value is ['{' or '[', ..] && IsJson(value))
            writer.WriteRawValue(value);
        else
            writer.WriteStringValue(value);
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
