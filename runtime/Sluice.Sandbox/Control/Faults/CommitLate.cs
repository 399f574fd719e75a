using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>
/// A write gets no answer, and is done so many seconds later: after whoever sent it has given it up.
/// </summary>
internal sealed class CommitLate : FaultKind
{
    public override string Name => "late-commit";

    public override int? Times => 1;

    public override string? Missing(FaultSwitch fault) =>
        fault.Seconds > 0 ? null : "seconds must be given, from 1.";

    public override Reply? Answer(FaultSwitch fault, VendorSystem system, Call call) => call.Method == "GET"
        ? null
        : new(504)
        {
            Delivery = DroppedDelivery.Instance,
            Later = TimeSpan.FromSeconds(fault.Seconds!.Value),
        };
}
