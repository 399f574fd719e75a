using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Asks each system once who we are, and binds the store to the answer.</summary>
internal sealed class AccountGuard(Topology topology, IStore store, TimeProvider clock, ILogger log)
{
    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);

    // What is said again in each cycle alarms nobody.
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Account> Accounts => _accounts;

    /// <returns>The systems that could not be asked, with the reason.</returns>
    /// <exception cref="AccountMismatchException">A system is reached under another account than before.</exception>
    public async Task<IReadOnlyDictionary<string, RemoteException>> CheckAsync(CancellationToken token)
    {
        var failed = new Dictionary<string, RemoteException>(StringComparer.Ordinal);
        // Whose sign-in has ended is asked again: the pairings that need it stand still, whether or not they would have
        // called it in this cycle; and who signed in anew may be somebody else.
        foreach (var signIn in await store.SignInsAsync())
            if (signIn.State == SignInState.Reauthorise)
                _accounts.Remove(signIn.System);

        foreach (var connection in topology.Connections.Where(connection => !_accounts.ContainsKey(connection.System)))
        {
            try
            {
                var met = await connection.IdentifyAsync(token);
                var bound = await store.BindAsync(met, clock.GetUtcNow());
                if (bound.Id != met.Id)
                    throw new AccountMismatchException(bound, met);

                _accounts[connection.System] = met;
                _told.Remove(connection.System);
            }
            catch (RemoteException failure)
            {
                log.Log(
                    _told.GetValueOrDefault(connection.System) == failure.Message
                        ? LogLevel.Information
                        : LogLevel.Warning,
                    "{System} could not be asked who we are: {Reason} {Fix}", connection.System, failure.Message,
                    failure.Fix);
                failed[connection.System] = failure;
                _told[connection.System] = failure.Message;
            }
        }

        return failed;
    }
}
