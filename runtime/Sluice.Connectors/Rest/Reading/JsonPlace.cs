using System.Text.Json;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>
/// Finds what stands at a path of names with dots between them. A name may hold dots itself, as
/// <c>@odata.nextLink</c> does: what bears the whole of what is left of a path goes before what lies deeper.
/// </summary>
internal static class JsonPlace
{
    /// <summary>What stands there, also a null; null where nothing does.</summary>
    public static JsonElement? Find(JsonElement body, string path)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return null;
        if (body.TryGetProperty(path, out var found))
            return found;

        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot >= 0 && body.TryGetProperty(path[..dot], out var inner) ? Find(inner, path[(dot + 1)..]) : null;
    }

    /// <summary>A text or a number there, as text; null where there is neither, or nothing in it.</summary>
    public static string? Text(JsonElement body, string path) => Find(body, path) switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { } said
            && !string.IsNullOrWhiteSpace(said) => said,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>A whole number there, also one in a text; null where there is none.</summary>
    public static long? Whole(JsonElement body, string path) =>
        long.TryParse(
            Text(body, path), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
