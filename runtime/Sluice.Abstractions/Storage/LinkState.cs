namespace Sluice;

/// <summary>What a link says.</summary>
public enum LinkState
{
    /// <summary>Both records are there and the same thing.</summary>
    Live,

    /// <summary>One side is gone. Nothing is made again without a decision.</summary>
    Tombstone,

    /// <summary>A person said: not the same.</summary>
    Negative,

    /// <summary>
    /// One side went and the other is on its own: it may be matched anew, but nothing is made for it without a
    /// decision.
    /// </summary>
    Ended,
}
