namespace Sluice.Pipeline;

/// <summary>What it means that a side which had a value shows none.</summary>
public enum BlanksPolicy
{
    /// <summary>A clearing is an edit like any other: the other side is cleared too.</summary>
    Clear,

    /// <summary>
    /// A blank never clears: it is not written over a value, and the side that shows it gets the other side's next
    /// value.
    /// </summary>
    Keep,
}
