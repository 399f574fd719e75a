using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sluice.Sandboxes.Control;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.Http;

/// <summary>One of the four ports: reads a request, has it answered, sends the answer.</summary>
internal sealed class SystemEndpoint(
    VendorSystem system, SandboxState state, TimeProvider clock, CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            var call = await ReadAsync(context, ending.Token);
            var reply = call.Path.StartsWith("/_", StringComparison.Ordinal)
                ? state.Control(call)
                : state.Answer(system, call);
            await reply.Delivery.SendAsync(context, reply, clock, ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The client went, or the sandbox stops: nobody is left to answer.
            context.Abort();
        }
    }

    private async Task<Call> ReadAsync(HttpContext context, CancellationToken ending)
    {
        var request = context.Request;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ending);
        return new Call
        {
            Method = request.Method,
            Path = request.Path.Value ?? "/",
            Target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            Origin = $"{request.Scheme}://{request.Host.Value}",
            Query = request.Query.ToDictionary(item => item.Key, item => item.Value.ToString(), StringComparer.Ordinal),
            Headers = new HeaderDictionary(request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase)),
            Body = body.ToArray(),
            Now = clock.GetUtcNow(),
        };
    }
}
