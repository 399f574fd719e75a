using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>A write is committed, and the connection breaks before the answer. Reads and refused writes pass.</summary>
internal sealed class DropAnswerOnce : FaultKind
{
    public override string Name => "drop-answer-once";

    public override int? Times => 1;

    public override Reply? Change(FaultSwitch fault, VendorSystem system, Reply reply) =>
        reply.Written is null ? null : reply with { Delivery = DroppedDelivery.Instance };
}
