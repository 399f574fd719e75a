using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>Every answer takes so long on its way. Other switches act all the same.</summary>
internal sealed class DelayAnswers : FaultKind
{
    public override string Name => "delay";

    public override bool IsRule => true;

    public override string? Missing(FaultSwitch fault) =>
        fault.Milliseconds > 0 ? null : "milliseconds must be given, from 1.";

    public override Reply Follow(FaultSwitch fault, VendorSystem system, Reply reply) => reply with
    {
        Delivery = new DelayedDelivery(TimeSpan.FromMilliseconds(fault.Milliseconds!.Value), reply.Delivery),
    };
}
