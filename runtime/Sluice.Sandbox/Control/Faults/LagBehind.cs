namespace Sluice.Sandboxes.Control.Faults;

/// <summary>
/// Reads and listings come from a copy that is so many seconds behind: what was written since does not show in them,
/// while the answers to writes do.
/// </summary>
internal sealed class LagBehind : FaultKind
{
    public override string Name => "lag";

    public override bool IsRule => true;

    public override string? Missing(FaultSwitch fault) =>
        fault.Seconds > 0 ? null : "seconds must be given, from 1.";
}
