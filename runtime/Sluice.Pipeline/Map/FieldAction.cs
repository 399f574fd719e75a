namespace Sluice.Pipeline;

/// <summary>What to do about a field.</summary>
public enum FieldAction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Both sides agree: remember what they show.</summary>
    MoveBase,

    /// <summary>The left side gets the right side's value.</summary>
    WriteLeft,

    /// <summary>The right side gets the left side's value.</summary>
    WriteRight,

    /// <summary>A person decides.</summary>
    Hold,

    /// <summary>
    /// One side changed while the other does not show the field, or shows what may be from before our own write: it
    /// waits until that is clear.
    /// </summary>
    Await,
}
