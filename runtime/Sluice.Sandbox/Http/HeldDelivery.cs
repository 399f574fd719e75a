using Microsoft.AspNetCore.Http;

namespace Sluice.Sandboxes.Http;

internal sealed class HeldDelivery : Delivery
{
    public static HeldDelivery Instance { get; } = new();

    public override bool Answers => false;

    public override async Task SendAsync(HttpContext context, Reply reply, TimeProvider clock, CancellationToken ending)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, ending)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }
}
