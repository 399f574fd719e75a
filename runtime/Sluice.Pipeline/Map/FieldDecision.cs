namespace Sluice.Pipeline;

/// <summary>What to do about a field, and why.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Rule">Why, in words for reports and history.</param>
public readonly record struct FieldDecision(FieldAction Action, string Rule)
{
    /// <summary>Whether both sides lay claim to the field: where their values come from may tell more.</summary>
    public bool IsContested { get; init; }
}
