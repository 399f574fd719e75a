using Microsoft.AspNetCore.Http;

namespace Sluice.Sandboxes.Http;

internal sealed class DroppedDelivery : Delivery
{
    public static DroppedDelivery Instance { get; } = new();

    public override bool Answers => false;

    public override Task SendAsync(HttpContext context, Reply reply, TimeProvider clock, CancellationToken ending)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
