using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Connectors.Json;

/// <summary>Time stamps as milliseconds since 1970, UTC.</summary>
internal sealed class EpochMillisecondsConverter : JsonConverter<DateTimeOffset>
{
    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number
            && reader.TryGetInt64(out var milliseconds)
            && milliseconds >= Earliest
            && milliseconds <= Latest)
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

        throw new JsonException("Milliseconds since 1970 were expected, as in 1725980526000.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
}
