using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Connectors.Json;

/// <summary>
/// Days that an API writes as milliseconds since 1970: the day in UTC, and midnight there when it is written.
/// </summary>
internal sealed class EpochDayConverter : JsonConverter<DateOnly>
{
    private static readonly EpochMillisecondsConverter Instants = new();

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateOnly.FromDateTime(Instants.Read(ref reader, typeof(DateTimeOffset), options).UtcDateTime);

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        Instants.Write(writer, new(value.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), options);
}
