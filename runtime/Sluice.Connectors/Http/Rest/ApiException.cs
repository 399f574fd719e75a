using System.Net;
using System.Net.Http.Headers;

namespace Sluice.Http.Rest;

/// <summary>An answer that is no success, or that could not be read.</summary>
internal sealed class ApiException : Exception
{
    private ApiException(string message, HttpResponseMessage response, string? content, Exception? inner)
        : base(message, inner)
    {
        RequestMessage = response.RequestMessage;
        StatusCode = response.StatusCode;
        ReasonPhrase = response.ReasonPhrase;
        Headers = response.Headers;
        ContentHeaders = response.Content?.Headers;
        Content = content;
    }

    /// <summary>The status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The status in the server's words.</summary>
    public string? ReasonPhrase { get; }

    /// <summary>The answer's headers.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The body's headers.</summary>
    public HttpContentHeaders? ContentHeaders { get; }

    /// <summary>The request that was answered.</summary>
    public HttpRequestMessage? RequestMessage { get; }

    /// <summary>The request's verb.</summary>
    public HttpMethod? HttpMethod => RequestMessage?.Method;

    /// <summary>The request's address.</summary>
    public Uri? Uri => RequestMessage?.RequestUri;

    /// <summary>
    /// The body as text; null where it could not be read or was spent on the attempt to read it as JSON.
    /// </summary>
    public string? Content { get; }

    /// <summary>Whether there is a text.</summary>
    public bool HasContent => !string.IsNullOrWhiteSpace(Content);

    /// <summary>An answer whose status is no success.</summary>
    internal static async Task<ApiException> OfStatusAsync(HttpResponseMessage response, CancellationToken token)
    {
        var content = await TextAsync(response, token);
        return new(
            $"Response status code does not indicate success: {(int)response.StatusCode} ({response.ReasonPhrase}).",
            response, content, null);
    }

    /// <summary>An answer whose body could not be read.</summary>
    internal static ApiException OfBody(HttpResponseMessage response, Exception cause) =>
        new("An error occured deserializing the response.", response, null, cause);

    // The status stands whether or not its explanation arrives.
    private static async Task<string?> TextAsync(HttpResponseMessage response, CancellationToken token)
    {
        try
        {
            return response.Content is { } content ? await content.ReadAsStringAsync(token) : null;
        }
        catch (Exception cause) when (
            cause is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
    }
}
