using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>The credentials are no longer taken, neither for a call nor for a new token.</summary>
internal sealed class RefuseToken : FaultKind
{
    public override string Name => "refuse-token";

    public override bool ActsOnSignIn => true;

    public override Reply? Answer(FaultSwitch fault, VendorSystem system, Call call) => system.RefuseToken(call);
}
