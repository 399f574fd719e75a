using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Host.Running;

/// <summary>Values as the store keeps them everywhere.</summary>
internal sealed class StoredValueConverter : JsonConverter<FieldValue>
{
    public override FieldValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return FieldValue.FromStored(reader.GetString() ?? "");
        }
        catch (FormatException strange)
        {
            throw new JsonException("It holds a value of an unknown kind.", strange);
        }
    }

    public override void Write(Utf8JsonWriter writer, FieldValue value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToStored());
}
