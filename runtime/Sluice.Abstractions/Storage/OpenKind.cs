namespace Sluice;

/// <summary>What an open item waits for.</summary>
public enum OpenKind
{
    /// <summary>Something named, after which it goes by itself.</summary>
    Waiting,

    /// <summary>A person's decision.</summary>
    Review,

    /// <summary>
    /// The vendor refused it, or the mapping cannot write it; it is tried again when either side, hook or document
    /// changed.
    /// </summary>
    Rejected,

    /// <summary>Nothing: the document's condition leaves it out. It comes back when the condition holds.</summary>
    Unwanted,
}
