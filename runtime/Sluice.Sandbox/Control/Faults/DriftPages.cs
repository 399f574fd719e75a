namespace Sluice.Sandboxes.Control.Faults;

/// <summary>
/// While a listing is read, the first record of all that it holds goes: every page after the first begins one record
/// too late, and one is passed by.
/// </summary>
internal sealed class DriftPages : FaultKind
{
    public override string Name => "drift";

    public override bool IsRule => true;
}
