using System.Net.Http.Headers;

namespace Sluice.Connectors.Http;

/// <summary>Signs requests with a token that does not change.</summary>
internal sealed class BearerHandler(string token) : DelegatingHandler
{
    private readonly AuthenticationHeaderValue _authorization = new("Bearer", token);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = _authorization;
        return base.SendAsync(request, cancellationToken);
    }
}
