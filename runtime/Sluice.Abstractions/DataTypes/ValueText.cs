using System.Globalization;
using System.Text;

namespace Sluice;

/// <summary>Values as text.</summary>
internal static class ValueText
{
    /// <summary>One value; lists and objects as JSON.</summary>
    public static string Of(FieldValue value) => value.Kind switch
    {
        FieldKind.Float => FloatForm.Text(value.Float!.Value),
        FieldKind.Instant => Instant(value),
        FieldKind.Bytes => Encoding.UTF8.GetString(Convert.FromBase64String(value.Bytes!)),
        FieldKind.List or FieldKind.Object => Json(value),
        _ => value.ToString(),
    };

    /// <summary>A point in time as ISO 8601 has it, with as many digits as it needs.</summary>
    public static string Instant(FieldValue value)
    {
        var instant = value.Instant!.Value.UtcDateTime;
        var whole = instant.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        var ticks = instant.Ticks % TimeSpan.TicksPerSecond;
        var digits = string.Create(CultureInfo.InvariantCulture, $"{ticks:0000000}{value.Nanoseconds:00}");
        var fraction = digits.TrimEnd('0');
        return fraction.Length == 0 ? whole + "Z" : $"{whole}.{fraction}Z";
    }

    private static string Json(FieldValue value)
    {
        var json = new StringBuilder();
        Write(value, json);
        return json.ToString();
    }

    private static void Write(FieldValue value, StringBuilder json)
    {
        switch (value.Kind)
        {
            case FieldKind.Absent or FieldKind.Null:
                json.Append("null");
                break;
            case FieldKind.List:
                Join(json, '[', value.List!, Write, ']');
                break;
            case FieldKind.Object:
                Join(json, '{', value.Members!, Write, '}');
                break;
            case FieldKind.Boolean or FieldKind.Integer or FieldKind.Decimal or FieldKind.Float:
                json.Append(Of(value));
                break;
            default:
                Quote(Of(value), json);
                break;
        }
    }

    private static void Write(KeyValuePair<string, FieldValue> member, StringBuilder json)
    {
        Quote(member.Key, json);
        Write(member.Value, json.Append(": "));
    }

    private static void Join<T>(
        StringBuilder json, char open, IEnumerable<T> items, Action<T, StringBuilder> write, char close)
    {
        json.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                json.Append(", ");

            isFirst = false;
            write(item, json);
        }

        json.Append(close);
    }

    private static void Quote(string text, StringBuilder json)
    {
        json.Append('"');
        foreach (var character in text)
            _ = character switch
            {
                '"' or '\\' => json.Append('\\').Append(character),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => json.Append(character),
            };

        json.Append('"');
    }
}
