using System.Net.Http.Headers;
using System.Text.Json;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.Http;

/// <summary>An answer that was read to its end.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="MediaType">What its body claims to be.</param>
/// <param name="Body">Its body; empty where there is none.</param>
internal sealed record Answer(int Status, HttpResponseHeaders Headers, string? MediaType, ReadOnlyMemory<byte> Body)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public bool IsSuccess => Status is >= 200 and < 300;

    public bool IsEmpty => Body.Length == 0;

    public bool IsWebPage => MediaType is "text/html" or "application/xhtml+xml";

    /// <summary>How long the system asks us to stay away, from when this was read; null where it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What it says of an error, where that stands in a place of the system's own; else null.</summary>
    public string? Words { get; init; }

    /// <summary>The body as JSON; null where it is none. It does not share memory with others.</summary>
    public JsonElement? Json()
    {
        var body = Body.Span.StartsWith(ByteOrderMark) ? Body[ByteOrderMark.Length..] : Body;
        try
        {
            return JsonElement.Parse(SoundText.Of(body.Span));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
