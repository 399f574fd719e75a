using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>One page of a listing comes without its records, though there are some and more follow.</summary>
internal sealed class EmptyPageOnce : FaultKind
{
    public override string Name => "empty-page-once";

    public override int? Times => 1;

    public override Reply? Change(FaultSwitch fault, VendorSystem system, Reply reply) =>
        reply.Page is { } page && page == (fault.Page ?? 1) ? ReplyBody.Edit(reply, ReplyBody.Empty) : null;
}
