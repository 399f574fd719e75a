using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Connectors.Json;

/// <summary>
/// Reads time stamps with or without a zone, with up to seven fractional digits. One without a zone is UTC: the machine
/// that runs this must not decide what a vendor's stamp means.
/// </summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String
            && DateTimeOffset.TryParse(
                reader.GetString(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var instant))
            return instant;

        throw new JsonException("A time stamp was expected, as in 2024-09-10T15:02:06Z.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
}
