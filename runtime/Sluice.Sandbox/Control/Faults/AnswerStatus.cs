using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>A status in place of an answer, with the vendor's error body, and Retry-After where it is given.</summary>
internal sealed class AnswerStatus : FaultKind
{
    public override string Name => "status";

    public override string? Missing(FaultSwitch fault) =>
        fault.Status is >= 400 and <= 599 ? null : "status must be given, from 400 to 599.";

    public override Reply? Answer(FaultSwitch fault, VendorSystem system, Call call)
    {
        var status = fault.Status!.Value;
        var reply = system.Refuse(status, status == 429
            ? "Rate limit is exceeded."
            : $"The sandbox was told to answer {status}.");
        return fault.RetryAfter is { } seconds ? reply.With("Retry-After", seconds) : reply;
    }
}
