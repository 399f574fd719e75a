namespace Sluice.Pipeline;

/// <summary>How one field is compared and merged: what the document says, completed by the settings.</summary>
/// <param name="Field">The field.</param>
/// <param name="Comparison">How two of its values are compared.</param>
/// <param name="Policy">What happens where both sides changed it differently.</param>
/// <param name="Blanks">What a blank means.</param>
internal sealed record FieldRule(
    FieldDescriptor Field, Comparison Comparison, ConflictPolicy Policy, BlanksPolicy Blanks)
{
    /// <summary>How far a system's clock may be behind ours.</summary>
    public TimeSpan ClockSkew { get; init; }
}
