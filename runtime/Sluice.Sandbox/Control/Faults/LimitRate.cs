using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>
/// No more than so many requests in any second, of all who use the system: the next ones are refused as the vendor
/// refuses them.
/// </summary>
internal sealed class LimitRate : FaultKind
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    public override string Name => "rate-limit";

    public override string? Missing(FaultSwitch fault) =>
        fault.PerSecond > 0 ? null : "perSecond must be given, from 1.";

    public override Reply? Answer(FaultSwitch fault, VendorSystem system, Call call)
    {
        while (fault.Counted.TryPeek(out var first) && first <= call.Now - Window)
            fault.Counted.Dequeue();
        if (fault.Counted.Count >= fault.PerSecond)
            return system.Throttle(fault.RetryAfter ?? 1);

        fault.Counted.Enqueue(call.Now);
        return null;
    }
}
