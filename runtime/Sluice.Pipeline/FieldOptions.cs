namespace Sluice.Pipeline;

/// <summary>
/// What is set for one field of a pairing, or for all of them; null leaves it as it is set more widely.
/// </summary>
public sealed class FieldOptions
{
    /// <summary>What happens where both sides changed the field differently.</summary>
    public ConflictKind? Conflict { get; set; }

    /// <summary>
    /// The system that wins where both sides changed the field differently: always, where <see cref="Conflict"/> is not
    /// set beside it; else where that cannot tell.
    /// </summary>
    public string? Prefer { get; set; }

    /// <summary>Whether a blank clears the field on the other side.</summary>
    public BlanksPolicy? Blanks { get; set; }

    /// <summary>The region whose telephone numbers stand in the field without a calling code, in two letters.</summary>
    public string? Region { get; set; }
}
