using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice;

/// <summary>Values from JSON and back. A number keeps all its digits.</summary>
internal static class OpenJson
{
    public static FieldValue Read(JsonValue scalar) => scalar.GetValueKind() switch
    {
        JsonValueKind.String => FieldValue.Of(scalar.GetValue<string>()),
        JsonValueKind.True => FieldValue.Of((bool?)true),
        JsonValueKind.False => FieldValue.Of((bool?)false),
        JsonValueKind.Number => Number(scalar.ToJsonString()),
        _ => FieldValue.Null,
    };

    public static JsonNode? Write(FieldValue value) => value.Kind switch
    {
        FieldKind.Absent or FieldKind.Null => null,
        FieldKind.Boolean => JsonValue.Create(value.Boolean!.Value),
        FieldKind.Integer when value.Integer is { } number => JsonValue.Create(number),
        FieldKind.Integer => JsonNode.Parse(value.ToString()),
        FieldKind.Decimal => Digits(value),
        FieldKind.Float when double.IsFinite(value.Float!.Value) => JsonValue.Create(value.Float.Value),
        FieldKind.List => new JsonArray([.. value.List!.Select(Write)]),
        FieldKind.Object => new JsonObject(
            value.Members!.Select(member => KeyValuePair.Create(member.Key, Write(member.Value)))),
        FieldKind.Bytes => JsonValue.Create(value.Bytes),
        _ => JsonValue.Create(ValueText.Of(value)),
    };

    private static FieldValue Number(string written) =>
        written.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? Literals.Number(written) : FieldValue.OfNumber(written);

    // As it was written where JSON writes it so; a sign or zeros in front are no part of the number.
    private static JsonNode? Digits(FieldValue number) =>
        number.Decimal is { } held && held.ToString(CultureInfo.InvariantCulture) == number.ToString()
            ? JsonValue.Create(held)
            : JsonNode.Parse(NumberForm.Of(number).ToString());
}
