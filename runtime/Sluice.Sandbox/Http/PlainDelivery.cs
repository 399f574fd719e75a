using Microsoft.AspNetCore.Http;

namespace Sluice.Sandboxes.Http;

internal sealed class PlainDelivery : Delivery
{
    public static PlainDelivery Instance { get; } = new();

    public override async Task SendAsync(
        HttpContext context, Reply reply, TimeProvider clock, CancellationToken ending)
    {
        WriteHead(context.Response, reply);
        if (reply.Body is null)
            return;

        context.Response.ContentLength = reply.Body.Length;
        await context.Response.Body.WriteAsync(reply.Body, ending);
    }
}
