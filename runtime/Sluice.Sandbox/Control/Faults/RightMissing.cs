namespace Sluice.Sandboxes.Control.Faults;

/// <summary>
/// The account has no right to one entity. The systems refuse it themselves, each in its own words, and say so where
/// they
/// list rights.
/// </summary>
internal sealed class RightMissing : FaultKind
{
    public override string Name => "right-missing";

    public override string? Missing(FaultSwitch fault) =>
        fault.Entity is null ? "entity must be given, as in the path: contacts." : null;
}
