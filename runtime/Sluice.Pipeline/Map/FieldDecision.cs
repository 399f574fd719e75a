namespace Sluice.Pipeline;

/// <summary>What to do about a field, and why.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Rule">Why, in words for reports and history.</param>
public readonly record struct FieldDecision(FieldAction Action, string Rule)
{
    /// <summary>Which edit the value is that is carried or agreed on; 0 where it becomes a new one.</summary>
    public long Version { get; init; }
}
