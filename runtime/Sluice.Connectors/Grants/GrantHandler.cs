using System.Net;
using System.Net.Http.Headers;

namespace Sluice.Connectors.Grants;

/// <summary>
/// Signs requests with the token of a sign-in that is kept. A refused token is renewed once, and the request sent again.
/// </summary>
/// <remarks>That is safe for writes too: what was refused at the door was not done.</remarks>
internal sealed class GrantHandler(GrantKeeper keeper) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await keeper.GetAsync(null, cancellationToken);
        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;

        response.Dispose();
        return await SendAsync(request, await keeper.GetAsync(refused: token, cancellationToken), cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, string token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
