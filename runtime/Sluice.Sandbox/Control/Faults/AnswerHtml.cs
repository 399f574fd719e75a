using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>
/// A page for people, as a proxy or a maintenance notice puts in an API's place; with status 200 unless told otherwise.
/// </summary>
internal sealed class AnswerHtml : FaultKind
{
    public override string Name => "html";

    public override Reply? Answer(FaultSwitch fault, VendorSystem system, Call call) => new(
        fault.Status ?? 200,
        "<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Back soon</body></html>"u8.ToArray(),
        "text/html; charset=utf-8");
}
