using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>A write is committed, and its answer never comes: time to kill the process that waits for it.</summary>
internal sealed class HoldAnswerOnce : FaultKind
{
    public override string Name => "hold-answer-once";

    public override int? Times => 1;

    public override Reply? Change(FaultSwitch fault, VendorSystem system, Reply reply) =>
        reply.Written is null ? null : reply with { Delivery = HeldDelivery.Instance };
}
