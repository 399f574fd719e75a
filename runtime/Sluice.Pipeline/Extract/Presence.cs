using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>Tells what an answer did not contain from what it contained as nothing.</summary>
internal static class Presence
{
    /// <summary>
    /// Whether the answer holds a value or a null at the path. An object is neither: a scalar was asked for.
    /// </summary>
    public static bool Contains(JsonElement record, string path) => Contains(record, path.AsSpan());

    /// <summary>
    /// Whether the answer holds anything at the path, in whatever letter case documents name it: a value, a null or an
    /// object.
    /// </summary>
    public static bool Shows(JsonElement record, string path) => Shows(record, path.AsSpan());

    private static bool Shows(JsonElement element, ReadOnlySpan<char> path)
    {
        if (path.Length == 0 || element.ValueKind == JsonValueKind.Null)
            return true;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                if (Shows(item, path))
                    return true;
            return element.GetArrayLength() == 0;
        }

        if (element.ValueKind != JsonValueKind.Object)
            return false;

        var dot = path.IndexOf('.');
        var head = dot < 0 ? path : path[..dot];
        var tail = dot < 0 ? default : path[(dot + 1)..];
        if (element.TryGetProperty(head, out var member))
            return Shows(member, tail);
        foreach (var other in element.EnumerateObject())
            if (head.Equals(other.Name, StringComparison.OrdinalIgnoreCase))
                return Shows(other.Value, tail);
        return false;
    }

    private static bool Contains(JsonElement element, ReadOnlySpan<char> path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    if (Contains(item, path))
                        return true;
                return element.GetArrayLength() == 0;
            case JsonValueKind.Object when path.Length > 0:
                var dot = path.IndexOf('.');
                var head = dot < 0 ? path : path[..dot];
                var tail = dot < 0 ? default : path[(dot + 1)..];
                return element.TryGetProperty(head, out var member) && Contains(member, tail);
            default:
                return path.Length == 0 && element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined);
        }
    }
}
