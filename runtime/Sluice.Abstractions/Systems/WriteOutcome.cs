namespace Sluice;

/// <summary>What is known of a write after it was sent.</summary>
public enum WriteOutcome
{
    /// <summary>The system says it was done.</summary>
    Committed,

    /// <summary>The system says it was not done and will not be as it stands.</summary>
    Rejected,

    /// <summary>It certainly was not done, for a passing reason: not sent, throttled, signed out.</summary>
    NotDone,

    /// <summary>It may have been done, or may yet be.</summary>
    Unknown,
}
