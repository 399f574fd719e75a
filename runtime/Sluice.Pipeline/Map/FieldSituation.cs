namespace Sluice.Pipeline;

/// <summary>All that decides what happens to one field of one link.</summary>
/// <param name="Comparison">How values are compared.</param>
/// <param name="Left">What the left side shows.</param>
/// <param name="Right">What the right side shows.</param>
/// <param name="Base">What both showed when they last agreed; null before the first time.</param>
/// <param name="Policy">What happens where both changed.</param>
public readonly record struct FieldSituation(
    Comparison Comparison, FieldValue Left, FieldValue Right, (FieldValue Left, FieldValue Right)? Base,
    ConflictPolicy Policy)
{
    /// <summary>The side that values only flow to; null where they flow both ways.</summary>
    public Side? OneWay { get; init; }

    /// <summary>What a blank means.</summary>
    public BlanksPolicy Blanks { get; init; }

    /// <summary>
    /// Whether both are known to stand for one thing by way of other pairings: then two different values are a
    /// conflict, even where these two never agreed.
    /// </summary>
    public bool IsOneThing { get; init; }

    /// <summary>Whether a person is asked which of two values is meant: a blank is then no mere blank.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Where the left side's value comes from.</summary>
    public Claim LeftClaim { get; init; }

    /// <summary>Where the right side's value comes from.</summary>
    public Claim RightClaim { get; init; }

    /// <summary>When the left side was edited, as far as is known.</summary>
    public EditInterval? LeftEdit { get; init; }

    /// <summary>When the right side was edited, as far as is known.</summary>
    public EditInterval? RightEdit { get; init; }

    /// <summary>
    /// What we wrote to the left side, where that shows what stood there before and may not have settled yet; then it
    /// counts as showing this. Null where it counts as it shows.
    /// </summary>
    public FieldValue? LeftSent { get; init; }

    /// <summary>The same of the right side.</summary>
    public FieldValue? RightSent { get; init; }
}
