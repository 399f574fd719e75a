namespace Sluice.Sandboxes.Control.Faults;

/// <summary>Tokens that are given out from now on end after so many seconds.</summary>
internal sealed class TokenLifetime : FaultKind
{
    public override string Name => "token-lifetime";

    public override bool IsRule => true;

    public override string? Missing(FaultSwitch fault) =>
        fault.Seconds > 0 ? null : "seconds must be given, from 1.";
}
