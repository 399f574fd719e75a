using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>
/// No more than so many requests to a system in any second, or in a day, of all who use it: the next ones are refused
/// as the vendor refuses them.
/// </summary>
internal sealed class LimitRate : FaultKind
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    public override string Name => "rate-limit";

    public override string? Missing(FaultSwitch fault) =>
        (fault.PerSecond ?? fault.PerDay) > 0 && fault.PerSecond is null != fault.PerDay is null
            ? null
            : "perSecond or perDay must be given, from 1.";

    public override Reply? Answer(FaultSwitch fault, VendorSystem system, Call call)
    {
        if (!fault.Counted.TryGetValue(system, out var counted))
            fault.Counted[system] = counted = new();

        // A day begins at midnight UTC, whenever the first call came.
        var today = new DateTimeOffset(call.Now.UtcDateTime.Date, TimeSpan.Zero);
        while (counted.TryPeek(out var first) && (fault.PerDay is null ? first <= call.Now - Window : first < today))
            counted.Dequeue();
        if (counted.Count >= (fault.PerSecond ?? fault.PerDay))
            return fault.PerDay is null
                ? system.Throttle(call, fault.RetryAfter ?? 1)
                : system.ThrottleForToday(
                    call, fault.RetryAfter ?? (int)Math.Ceiling((today.AddDays(1) - call.Now).TotalSeconds));

        counted.Enqueue(call.Now);
        return null;
    }
}
