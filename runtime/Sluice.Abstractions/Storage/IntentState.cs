namespace Sluice;

/// <summary>What is known of an intent.</summary>
public enum IntentState
{
    /// <summary>Written; the write may or may not have been sent. What a crash leaves behind.</summary>
    Open,

    /// <summary>Sent, and the outcome is not known.</summary>
    Unknown,

    /// <summary>The write is known to have happened, and is stored.</summary>
    Done,

    /// <summary>The write is known not to have happened.</summary>
    NotDone,
}
