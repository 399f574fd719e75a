using System.Text;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>
/// An error in a shape that the vendor does not document, as what stands in front of it answers: 502 unless told
/// otherwise. With a body of its own it is any error there is.
/// </summary>
internal sealed class AnswerOddly : FaultKind
{
    public override string Name => "odd-error";

    public override string? Missing(FaultSwitch fault) =>
        fault.Status is null or (>= 400 and <= 599) ? null : "status must be from 400 to 599.";

    public override Reply? Answer(FaultSwitch fault, VendorSystem system, Call call) => new(
        fault.Status ?? 502,
        fault.Body is { } body ? Encoding.UTF8.GetBytes(body)
            : """{"fault":{"faultstring":["upstream connect error",{"detail":null}],"errors":"[]"}}"""u8.ToArray(),
        "text/plain");
}
