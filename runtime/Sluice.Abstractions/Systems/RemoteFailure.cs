namespace Sluice;

/// <summary>Why a system could not be read.</summary>
public enum RemoteFailure
{
    /// <summary>No connection, or it broke, or nothing came within the time limit.</summary>
    Unreachable,

    /// <summary>The system does not accept our sign-in.</summary>
    SignInRefused,

    /// <summary>The sign-in is accepted, but lacks a right.</summary>
    RightMissing,

    /// <summary>The system asked for fewer calls, for longer than a call may wait.</summary>
    Throttled,

    /// <summary>The system reports a failure of its own.</summary>
    ServerError,

    /// <summary>The answer is not what the system's interface promises: HTML, broken JSON, another shape.</summary>
    Malformed,
}
