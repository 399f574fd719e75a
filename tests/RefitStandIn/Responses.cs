using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;

namespace Refit;

public interface IApiResponse : IDisposable
{
    HttpResponseHeaders Headers { get; }

    HttpContentHeaders? ContentHeaders { get; }

    bool IsSuccessStatusCode { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    bool IsSuccessful { get; }

    HttpStatusCode StatusCode { get; }

    string? ReasonPhrase { get; }

    HttpRequestMessage? RequestMessage { get; }

    Version Version { get; }

    ApiException? Error { get; }
}

public interface IApiResponse<out T> : IApiResponse
{
    T? Content { get; }
}

public class ApiException : Exception
{
    internal ApiException(HttpResponseMessage response, string? content, Exception? cause)
        : base("The stand-in could not make a value of the answer.", cause) =>
        (StatusCode, Headers, Content) = (response.StatusCode, response.Headers, content);

    public HttpStatusCode StatusCode { get; }

    public HttpResponseHeaders Headers { get; }

    public string? Content { get; }

    public bool HasContent => !string.IsNullOrWhiteSpace(Content);
}

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
