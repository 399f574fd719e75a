using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>One page of a listing fails, the next attempt works.</summary>
internal sealed class FailPageOnce : FaultKind
{
    public override string Name => "fail-page-once";

    public override int? Times => 1;

    public override Reply? Change(FaultSwitch fault, VendorSystem system, Reply reply) =>
        reply.Page is { } page && page == (fault.Page ?? 1)
            ? system.Refuse(fault.Status ?? 500, "Something went wrong on our side.")
            : null;
}
