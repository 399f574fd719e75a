namespace Sluice.Sandboxes.Control.Faults;

/// <summary>A refresh token stays good, and is given out again.</summary>
internal sealed class SameRefreshToken : FaultKind
{
    public override string Name => "same-refresh-token";

    public override bool IsRule => true;
}
