using System.Net;
using System.Net.Http.Headers;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>
/// Signs requests with the current token and the subscription key. A refused token is renewed once, and the request
/// sent again.
/// </summary>
/// <remarks>That is safe for writes too: what was refused at the door was not done.</remarks>
internal sealed class SigningHandler(PowerOfficeGoOptions options, AccessTokens tokens) : DelegatingHandler
{
    public const string SubscriptionHeader = "Ocp-Apim-Subscription-Key";

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(SubscriptionHeader);
        request.Headers.Add(SubscriptionHeader, options.SubscriptionKey);

        var token = await tokens.GetAsync(null, cancellationToken);
        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;

        response.Dispose();
        return await SendAsync(request, await tokens.GetAsync(refused: token, cancellationToken), cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, string token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
