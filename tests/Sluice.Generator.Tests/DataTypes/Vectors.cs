using System.Text.Json;

namespace Sluice.Generator.Tests.DataTypes;

/// <summary>Expressions, what goes into them, and what comes of it.</summary>
internal static class Vectors
{
    public static IReadOnlyList<(string Expression, FieldValue Value, JsonElement Expected)> All { get; } = Read();

    /// <summary>
    /// Whether a value is what is expected. <c>{"decimal": "1.50"}</c> says the kind and every digit; elsewhere a
    /// number is expected for what it is.
    /// </summary>
    public static bool Is(JsonElement expected, FieldValue value) => expected.ValueKind switch
    {
        JsonValueKind.Null => value.Kind is FieldKind.Absent or FieldKind.Null,
        JsonValueKind.True or JsonValueKind.False => value.Boolean == expected.GetBoolean(),
        JsonValueKind.Number => value.Kind is FieldKind.Integer or FieldKind.Decimal or FieldKind.Float
            && Condition.AreEqual(value, Literals.Number(expected.GetRawText())),
        JsonValueKind.String => value == Literals.Text(expected.GetString()!),
        JsonValueKind.Array => value.List is { } elements && elements.Count == expected.GetArrayLength()
            && expected.EnumerateArray().Zip(elements).All(pair => Is(pair.First, pair.Second)),
        _ when expected.TryGetProperty("decimal", out var digits) =>
            value.Kind == FieldKind.Decimal && value.ToString() == digits.GetString(),
        _ => value.Members is { } members && members.Count == expected.EnumerateObject().Count()
            && members.All(member => expected.TryGetProperty(member.Key, out var one) && Is(one, member.Value)),
    };

    public static FieldValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Literals.Text(json.GetString()!),
        JsonValueKind.Number => Literals.Number(json.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => FieldValue.Of(json.GetBoolean()),
        JsonValueKind.Array => FieldValue.Of([.. json.EnumerateArray().Select(Value)]),
        JsonValueKind.Object => FieldValue.OfMembers(
            json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Value(member.Value)))),
        _ => FieldValue.Null,
    };

    private static List<(string, FieldValue, JsonElement)> Read()
    {
        var path = Path.Combine(
            Harness.Compilations.Folder("tests/Sluice.Generator.Tests/DataTypes"), "vectors.json");
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return [.. json.RootElement.EnumerateArray().Select(row =>
            (row[0].GetRawText(), Value(row[1]), row[2].Clone()))];
    }
}
