namespace Sluice;

/// <summary>One configured system, to read from.</summary>
public interface IConnection
{
    /// <summary>The system's name, as its contracts declare it.</summary>
    string System { get; }

    /// <summary>What can be read, one source per entity.</summary>
    IReadOnlyList<ISource> Sources { get; }

    /// <summary>
    /// Builds the requests that would write, one builder per entity that can be written. Sends nothing.
    /// </summary>
    IReadOnlyList<IRequestBuilder> Requests { get; }

    /// <summary>Asks the vendor who we are.</summary>
    /// <exception cref="RemoteException">The system does not answer, or refuses the sign-in.</exception>
    Task<Account> IdentifyAsync(CancellationToken token);
}
