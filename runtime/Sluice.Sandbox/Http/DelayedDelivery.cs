using Microsoft.AspNetCore.Http;

namespace Sluice.Sandboxes.Http;

internal sealed class DelayedDelivery(TimeSpan wait, Delivery then) : Delivery
{
    public override bool Answers => then.Answers;

    public override async Task SendAsync(
        HttpContext context, Reply reply, TimeProvider clock, CancellationToken ending)
    {
        await Task.Delay(wait, clock, ending);
        await then.SendAsync(context, reply, clock, ending);
    }
}
