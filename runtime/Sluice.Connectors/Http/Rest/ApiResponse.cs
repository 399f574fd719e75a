using System.Net;
using System.Net.Http.Headers;

namespace Sluice.Http.Rest;

/// <summary>An answer, with or without a body that was read.</summary>
internal sealed class ApiResponse<T>(HttpResponseMessage response, T? content, ApiException? error) : IApiResponse<T>
{
    public T? Content => content;

    public ApiException? Error => error;

    public HttpResponseHeaders Headers => response.Headers;

    public HttpContentHeaders? ContentHeaders => response.Content?.Headers;

    public bool IsSuccessStatusCode => response.IsSuccessStatusCode;

    public bool IsSuccessful => IsSuccessStatusCode && error is null;

    public HttpStatusCode StatusCode => response.StatusCode;

    public string? ReasonPhrase => response.ReasonPhrase;

    public HttpRequestMessage? RequestMessage => response.RequestMessage;

    public Version Version => response.Version;

    public void Dispose() => response.Dispose();
}
