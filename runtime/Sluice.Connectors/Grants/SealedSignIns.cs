using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Sluice.Connectors.Grants;

/// <summary>
/// Sign-ins whose tokens are sealed before they reach a store, so that whoever has the store has no tokens.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="keys">Opens the keys; called again where one is missing, for another process may have made it.</param>
/// <param name="place">Where the keys are, for messages.</param>
public sealed class SealedSignIns(ISignInStore store, Func<IDataProtectionProvider> keys, string place) : ISignInStore
{
    private const string Purpose = "Sluice.SignIn";

    private readonly Lock _gate = new();

    // Read and written under the gate.
    private IDataProtectionProvider? _keys;

    /// <inheritdoc/>
    public bool MayRenew => store.MayRenew;

    /// <inheritdoc/>
    /// <exception cref="RemoteException">The key that it was sealed with is not there.</exception>
    public async ValueTask<SignIn?> FindSignInAsync(string system) => await store.FindSignInAsync(system) switch
    {
        null => null,

        // What it held is good for nothing any more, whether or not it can be opened.
        { State: SignInState.Reauthorise } ended => ended with { Content = default },
        var found => found with { Content = Open(found) },
    };

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SignIn>> SignInsAsync() => store.SignInsAsync();

    /// <inheritdoc/>
    public ValueTask<bool> MoveSignInAsync(SignIn found, SignInState state, string reason, DateTimeOffset at) =>
        store.MoveSignInAsync(found, state, reason, at);

    /// <inheritdoc/>
    public ValueTask<bool> RenewSignInAsync(SignIn found, ReadOnlyMemory<byte> content, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(found);
        return store.RenewSignInAsync(found, Seal(found.System, content), at);
    }

    /// <inheritdoc/>
    public ValueTask LeaveSignInAsync(string system, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
        store.LeaveSignInAsync(system, Seal(system, content), at);

    private byte[] Seal(string system, ReadOnlyMemory<byte> content)
    {
        try
        {
            return Protector(system, anew: false).Protect(content.ToArray());
        }
        catch (Exception cause) when (IsOfKeys(cause))
        {
            throw new RemoteException(
                system, RemoteFailure.SignInRefused,
                $"The tokens of {system} could not be sealed: no key could be read or made in '{place}' "
                + $"({cause.Message}).",
                "Give this user the right to read and write that folder, or set Store:Keys to another that is kept.");
        }
    }

    private byte[] Open(SignIn found)
    {
        var content = found.Content.ToArray();
        try
        {
            return Protector(found.System, anew: false).Unprotect(content);
        }
        catch (Exception cause) when (IsOfKeys(cause))
        {
            return OpenAnew(found.System, content);
        }
    }

    private byte[] OpenAnew(string system, byte[] content)
    {
        try
        {
            return Protector(system, anew: true).Unprotect(content);
        }
        catch (Exception cause) when (IsOfKeys(cause))
        {
            // What was tried is no secret, but its cause would only lead away from what there is to do.
            throw new RemoteException(
                system, RemoteFailure.SignInRefused,
                $"The tokens of {system} in the store cannot be opened: the key that they were sealed with is not in "
                + $"'{place}'. The store may have been moved without it.",
                $"Put the files of that folder back, or set Store:Keys to where they are; or sign in anew with `sluice "
                + $"connect {system.ToLowerInvariant()}`.");
        }
    }

    private static bool IsOfKeys(Exception cause) =>
        cause is CryptographicException or IOException or UnauthorizedAccessException;

    private IDataProtector Protector(string system, bool anew)
    {
        lock (_gate)
        {
            if (anew)
                _keys = null;
            return (_keys ??= keys()).CreateProtector(Purpose, system);
        }
    }
}
