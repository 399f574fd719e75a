using System.Globalization;
using System.Text.Json;

namespace Sluice.Connectors.Entities;

/// <summary>Reads single members of answers that no contract describes.</summary>
internal static class Members
{
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(10);

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

    /// <summary>
    /// How long a token lasts that was just given out; null where the answer says something that is no time. RFC 6749
    /// (5.1) lets a server leave it out: then the token is replaced after a while, or when it is refused.
    /// </summary>
    public static TimeSpan? Lifetime(JsonElement body) =>
        body.ValueKind != JsonValueKind.Object ? null
        : !body.TryGetProperty("expires_in", out var value) || value.ValueKind == JsonValueKind.Null ? Unsaid
        : (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var seconds)
            || value.ValueKind == JsonValueKind.String
                && int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out seconds))
            && seconds > 0 ? TimeSpan.FromSeconds(seconds)
        : null;
}
