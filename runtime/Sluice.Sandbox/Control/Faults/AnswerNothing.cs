using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>A good status and no body, where one was due.</summary>
internal sealed class AnswerNothing : FaultKind
{
    public override string Name => "empty";

    public override Reply? Answer(FaultSwitch fault, VendorSystem system, Call call) =>
        new(fault.Status ?? 200, [], "application/json;charset=UTF-8");
}
