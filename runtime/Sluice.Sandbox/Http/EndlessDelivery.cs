using Microsoft.AspNetCore.Http;

namespace Sluice.Sandboxes.Http;

/// <summary>
/// Blanks without end. They drip, so that a client without a limit runs out of patience and not the machine of memory.
/// </summary>
internal sealed class EndlessDelivery : Delivery
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly ReadOnlyMemory<byte> Blanks = new([.. Enumerable.Repeat((byte)' ', 16 * 1024)]);

    public static EndlessDelivery Instance { get; } = new();

    public override async Task SendAsync(HttpContext context, Reply reply, TimeProvider clock, CancellationToken ending)
    {
        WriteHead(context.Response, reply);
        try
        {
            await context.Response.Body.WriteAsync("["u8.ToArray(), ending);
            while (true)
            {
                await context.Response.Body.WriteAsync(Blanks, ending);
                await context.Response.Body.FlushAsync(ending);
                await Task.Delay(Pause, clock, ending);
            }
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }
}
