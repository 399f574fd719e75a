using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>
/// A property is left out of all answers, at whatever depth: the right to see it has gone from our account.
/// </summary>
internal sealed class HideProperty : FaultKind
{
    public override string Name => "hide";

    public override bool IsRule => true;

    public override string? Missing(FaultSwitch fault) =>
        fault.Property is null ? "property must be given, as in the answers: phone." : null;

    public override Reply Follow(FaultSwitch fault, VendorSystem system, Reply reply) => reply.Status is < 200 or >= 300
        ? reply
        : ReplyBody.Edit(reply, body => ReplyBody.Remove(body, fault.Property!));
}
