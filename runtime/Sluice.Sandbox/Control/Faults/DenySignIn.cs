namespace Sluice.Sandboxes.Control.Faults;

/// <summary>Whoever is asked to let an application in says no.</summary>
internal sealed class DenySignIn : FaultKind
{
    public override string Name => "deny-sign-in";

    public override bool IsRule => true;
}
