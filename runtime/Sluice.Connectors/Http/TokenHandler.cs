using System.Net;
using System.Net.Http.Headers;

namespace Sluice.Connectors.Http;

/// <summary>
/// Signs requests with a token that is renewed in time. One that is refused is renewed once, and the request sent
/// again.
/// </summary>
/// <param name="get">
/// Gives a token that should be good; told which one was just refused, it gives another. Throws where there is none.
/// </param>
/// <remarks>That is safe for writes too: what was refused at the door was not done.</remarks>
internal class TokenHandler(Func<string?, CancellationToken, ValueTask<string>> get) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await TokenAsync(null, cancellationToken);
        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;

        response.Dispose();
        return await SendAsync(request, await TokenAsync(token, cancellationToken), cancellationToken);
    }

    // Whoever is stopped while he waits for a token has sent nothing, or was refused at the door.
    private async ValueTask<string> TokenAsync(string? refused, CancellationToken stop)
    {
        try
        {
            return await get(refused, stop);
        }
        catch (OperationCanceledException cause) when (stop.IsCancellationRequested)
        {
            throw new UnsentException(cause);
        }
    }

    private Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, string token, CancellationToken cancellationToken)
    {
        SendLimit.Demand();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
