using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>A body that begins well and never ends.</summary>
internal sealed class AnswerEndlessly : FaultKind
{
    public override string Name => "never-ends";

    public override Reply? Answer(FaultSwitch fault, VendorSystem system, Call call) =>
        new(200, null, "application/json;charset=UTF-8") { Delivery = EndlessDelivery.Instance };
}
