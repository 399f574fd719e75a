namespace Sluice.Http;

/// <summary>How far a call came.</summary>
internal enum RestState
{
    /// <summary>The answer is a success and could be read.</summary>
    Done,

    /// <summary>The answer is a success, but its body could not be read.</summary>
    Unreadable,

    /// <summary>The answer is no success.</summary>
    Refused,

    /// <summary>No answer, and the request may have arrived.</summary>
    NoAnswer,

    /// <summary>No answer, and the request surely did not leave: no connection, or no sign-in.</summary>
    NotSent,
}
