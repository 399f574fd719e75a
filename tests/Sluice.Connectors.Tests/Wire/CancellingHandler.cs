namespace Sluice.Connectors.Tests.Wire;

/// <summary>Cancels the call when an answer's headers have come.</summary>
internal sealed class CancellingHandler(CancellationTokenSource call) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        await call.CancelAsync();
        return response;
    }
}
