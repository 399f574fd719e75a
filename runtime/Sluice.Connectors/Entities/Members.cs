using System.Text.Json;

namespace Sluice.Connectors.Entities;

/// <summary>Reads single members of answers that no contract describes.</summary>
internal static class Members
{
    /// <summary>A member's text; null where it is not there, blank or no text.</summary>
    public static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>The text of a member of a member; null where it is not there, blank or no text.</summary>
    public static string? TextAt(JsonElement body, string outer, string inner) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(outer, out var item) ? Text(item, inner) : null;

    /// <summary>How long a token lasts that was just given out; null where the answer does not say.</summary>
    public static TimeSpan? Lifetime(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("expires_in", out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
