namespace Sluice.Pipeline;

/// <summary>How much is known of where a side's value comes from.</summary>
public enum ClaimKind
{
    /// <summary>Nothing was ever carried from or to this field of the record.</summary>
    None,

    /// <summary>It was edited since something was last carried.</summary>
    Fresh,

    /// <summary>It was edited here, and carried to others since.</summary>
    Own,

    /// <summary>This tool wrote it here.</summary>
    Copy,

    /// <summary>It was edited here, and a write of ours that may not have come through takes its place.</summary>
    Overruled,

    /// <summary>Nothing was ever carried from or to it, and a person decided against what it shows.</summary>
    DecidedAgainst,
}
