namespace Sluice.Simulation;

/// <summary>Hands answers over as the network does: to the runtime's own code, which must find no context.</summary>
internal sealed class OutsideHandler(Life life, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        _ = HandOverAsync(base.SendAsync(request, cancellationToken), answer);
        return answer.Task;
    }

    private async Task HandOverAsync(
        Task<HttpResponseMessage> sent, TaskCompletionSource<HttpResponseMessage> answer)
    {
        try
        {
            await sent;
        }
        catch (Exception)
        {
            // It is told below, whatever it is.
        }

        life.Outside(() => answer.TrySetFromTask(sent));
    }
}
