namespace Sluice;

/// <summary>A system could not be read. Stops what depends on it; the rest goes on.</summary>
public sealed class RemoteException : Exception
{
    /// <summary>A failed read.</summary>
    /// <param name="system">The system that was asked.</param>
    /// <param name="failure">What kind of failure.</param>
    /// <param name="message">What happened and where, without secrets.</param>
    /// <param name="fix">What a person can do about it.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public RemoteException(string system, RemoteFailure failure, string message, string fix, Exception? inner = null)
        : base(message, inner) => (System, Failure, Fix) = (system, failure, fix);

    /// <summary>The system that was asked.</summary>
    public string System { get; }

    /// <summary>What kind of failure.</summary>
    public RemoteFailure Failure { get; }

    /// <summary>What a person can do about it.</summary>
    public string Fix { get; }

    /// <summary>
    /// How long the system asks us to stay away (<c>Retry-After</c>), from when it answered; null where it does not.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }
}
