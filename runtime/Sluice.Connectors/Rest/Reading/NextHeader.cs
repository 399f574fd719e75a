using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>Finds where the next page is in a header.</summary>
internal static partial class NextHeader
{
    /// <summary>The address or cursor; null where nothing follows, or the header does not say.</summary>
    /// <param name="name">
    /// A header of the form of <c>Link</c> (RFC 8288), or <c>header:member</c> for one that holds JSON.
    /// </param>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="isMissing">
    /// Whether the header is not there, or does not hold the member: that says nothing.
    /// </param>
    public static string? Find(string name, HttpResponseHeaders headers, out bool isMissing)
    {
        var (header, member) = name.Split(':', 2) is [var first, var second] ? (first, second) : (name, null);
        var text = headers.TryGetValues(header, out var values) ? string.Join(", ", values) : null;
        isMissing = text is null;
        if (member is null)
            return text is null
                ? null
                : Links().Matches(text).FirstOrDefault(
                    link => Relations().Match(link.Groups[2].Value) is { Success: true } relations
                        && relations.Groups[1].Value.Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase))
                    ?.Groups[1].Value;

        var body = Json(text);
        isMissing = body is null || JsonPlace.Find(body.Value, member) is null;
        return body is { } found ? JsonPlace.Text(found, member) : null;
    }

    private static JsonElement? Json(string? text)
    {
        try
        {
            return text is null ? null : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("<([^>]*)>((?:\\s*;\\s*[^\\s=;,]+(?:\\s*=\\s*(?:\"[^\"]*\"|[^\\s\";,]*))?)*)")]
    private static partial Regex Links();

    [GeneratedRegex(";\\s*rel\\s*=\\s*\"?([^\";,]*)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex Relations();
}
