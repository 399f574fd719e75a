using Sluice.Connectors.Http;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>Signs requests with the current token and the subscription key.</summary>
internal sealed class SigningHandler(PowerOfficeGoOptions options, AccessTokens tokens) : TokenHandler(tokens.GetAsync)
{
    public const string SubscriptionHeader = "Ocp-Apim-Subscription-Key";

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(SubscriptionHeader);
        request.Headers.Add(SubscriptionHeader, options.SubscriptionKey);
        return base.SendAsync(request, cancellationToken);
    }
}
