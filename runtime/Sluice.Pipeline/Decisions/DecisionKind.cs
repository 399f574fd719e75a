namespace Sluice.Pipeline;

/// <summary>What a person decides.</summary>
public enum DecisionKind
{
    /// <summary>Exactly one plan may be carried out.</summary>
    Approve,

    /// <summary>Records are the same thing.</summary>
    Link,

    /// <summary>Two records are not the same thing.</summary>
    Unlink,

    /// <summary>Of two values that differ, one goes.</summary>
    Take,

    /// <summary>A record without a counterpart may get one again, as its document says.</summary>
    Again,

    /// <summary>
    /// A record without a counterpart stays on its own; or what was lost with a record was seen.
    /// </summary>
    Leave,

    /// <summary>Pairings take no turn.</summary>
    Pause,

    /// <summary>Pairings take their turns again.</summary>
    Resume,

    /// <summary>A record and all that stands for the same thing are erased.</summary>
    Forget,

    /// <summary>A decision that waits is taken back.</summary>
    Withdraw,
}
