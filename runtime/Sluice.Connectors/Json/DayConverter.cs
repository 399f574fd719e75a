using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Connectors.Json;

/// <summary>
/// Days that some APIs dress as time stamps. The day is taken as written: turning midnight into another zone would move
/// birthdays. Written as <c>yyyy-MM-dd</c>, the one form that is accepted everywhere.
/// </summary>
internal sealed class DayConverter : JsonConverter<DateOnly>
{
    private const string Form = "yyyy-MM-dd";

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        if ((text.Length == Form.Length || (text.Length > Form.Length && text[Form.Length] is 'T' or ' '))
            && DateOnly.TryParseExact(
                text.AsSpan(0, Form.Length), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;

        throw new JsonException("A day was expected, as in 1980-01-31.");
    }

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));
}
