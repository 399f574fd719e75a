using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sluice.Host.Evaluating;

/// <summary>Values as JSON: URIs as <c>~r…</c>, points in time as <c>~t…</c>, bytes as <c>~b…</c>.</summary>
internal static class ValueJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static FieldValue Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Literals.Text(json.GetString()!),
        JsonValueKind.Number => Literals.Number(json.GetRawText()),
        JsonValueKind.True => FieldValue.Of(true),
        JsonValueKind.False => FieldValue.Of(false),
        JsonValueKind.Array => FieldValue.Of([.. json.EnumerateArray().Select(Read)]),
        JsonValueKind.Object => FieldValue.OfMembers(
            json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Read(member.Value)))),
        _ => FieldValue.Null,
    };

    public static string Write(FieldValue value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(value, json);

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(FieldValue value, Utf8JsonWriter json)
    {
        switch (value.Kind)
        {
            case FieldKind.Boolean:
                json.WriteBooleanValue(value.Boolean!.Value);
                break;
            case FieldKind.Float when !double.IsFinite(value.Float!.Value):
                json.WriteNullValue();
                break;
            case FieldKind.Integer or FieldKind.Decimal or FieldKind.Float:
                json.WriteRawValue(Cast.String(value).Text!);
                break;
            case FieldKind.Text or FieldKind.Date:
                json.WriteStringValue(value.ToString());
                break;
            case FieldKind.Uri:
                json.WriteStringValue("~r" + value.Uri);
                break;
            case FieldKind.Bytes:
                json.WriteStringValue("~b" + value.Bytes);
                break;
            case FieldKind.Instant:
                json.WriteStringValue("~t" + Cast.String(value).Text);
                break;
            case FieldKind.List:
                json.WriteStartArray();
                foreach (var element in value.List!)
                    Write(element, json);

                json.WriteEndArray();
                break;
            case FieldKind.Object:
                json.WriteStartObject();
                foreach (var (name, member) in value.Members!)
                {
                    json.WritePropertyName(name);
                    Write(member, json);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
