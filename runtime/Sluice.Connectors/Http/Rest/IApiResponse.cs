using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;

namespace Sluice.Http.Rest;

/// <summary>An answer whose body nobody reads. Holds the connection until it is disposed.</summary>
internal interface IApiResponse : IDisposable
{
    /// <summary>The answer's headers.</summary>
    HttpResponseHeaders Headers { get; }

    /// <summary>The body's headers.</summary>
    HttpContentHeaders? ContentHeaders { get; }

    /// <summary>Whether the status is 200 to 299.</summary>
    bool IsSuccessStatusCode { get; }

    /// <summary>Whether the status is 200 to 299 and the body could be read.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    bool IsSuccessful { get; }

    /// <summary>The status.</summary>
    HttpStatusCode StatusCode { get; }

    /// <summary>The status in the server's words.</summary>
    string? ReasonPhrase { get; }

    /// <summary>The request that was answered.</summary>
    HttpRequestMessage? RequestMessage { get; }

    /// <summary>The version of HTTP.</summary>
    Version Version { get; }

    /// <summary>What went wrong; null where nothing did.</summary>
    ApiException? Error { get; }
}
