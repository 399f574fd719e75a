namespace Sluice.Sandboxes.Control.Faults;

/// <summary>A refresh token that was used is taken again for so many seconds: a reply may have been lost.</summary>
internal sealed class GraceWindow : FaultKind
{
    public override string Name => "grace-window";

    public override bool IsRule => true;

    public override string? Missing(FaultSwitch fault) =>
        fault.Seconds > 0 ? null : "seconds must be given, from 1.";
}
