using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Sluice.Connectors.YouTrack.Issues;

/// <summary>
/// Reads what a field of an issue holds, which is an object, a plain value or a list by the field's kind. A field whose
/// kind nobody foresaw must not make the issue unreadable.
/// </summary>
internal sealed class IssueFieldValueConverter : JsonConverter<IssueFieldValue>
{
    public override IssueFieldValue? Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return JsonSerializer.Deserialize(ref reader, Info(options));
            case JsonTokenType.StartArray:
                reader.Skip();
                return null;
            case JsonTokenType.String:
                return new() { Name = reader.GetString() };
            default:
                return new() { Name = Encoding.UTF8.GetString(reader.ValueSpan) };
        }
    }

    public override void Write(Utf8JsonWriter writer, IssueFieldValue value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, Info(options));

    private static JsonTypeInfo<IssueFieldValue> Info(JsonSerializerOptions options) =>
        (JsonTypeInfo<IssueFieldValue>)options.GetTypeInfo(typeof(IssueFieldValue));
}
