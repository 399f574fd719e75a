namespace Sluice.Connectors.Grants;

/// <summary>
/// Lets a person sign in to a system: in a browser, which is then sent to an address with a code that tokens are given
/// out for. Registered for each system whose settings name an application.
/// </summary>
public interface IAuthorization
{
    /// <summary>The system's name.</summary>
    string System { get; }

    /// <summary>Where the browser is sent afterwards, as the vendor knows it of the application.</summary>
    Uri RedirectAddress { get; }

    /// <summary>Where the person signs in.</summary>
    /// <param name="state">What the browser brings back; nobody else can know it.</param>
    Uri AddressFor(string state);

    /// <summary>Gets tokens for a code. A code is good once.</summary>
    /// <param name="code">The code that the browser brought; a secret.</param>
    /// <returns>What to keep with <see cref="ISignInStore.LeaveSignInAsync"/>; a secret.</returns>
    /// <exception cref="RemoteException">There are none; the message says why.</exception>
    Task<ReadOnlyMemory<byte>> ExchangeAsync(string code);
}
