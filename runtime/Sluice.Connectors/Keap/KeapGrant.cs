using Microsoft.Extensions.Logging;
using Sluice.Connectors.Grants;

namespace Sluice.Connectors.Keap;

/// <summary>Keap's sign-in as an application.</summary>
internal sealed class KeapGrant : IDisposable
{
    public KeapGrant(
        KeapOptions options, HttpClient client, ISignInStore store, TimeProvider time, ILoggerFactory log)
    {
        var server = new TokenServer(options.Grant, options, client, time);
        Keeper = new(options, options.Grant, store, server, time, log.CreateLogger("Sluice.SignIn"));
        Authorization = new(options, options.Grant, server);
    }

    public GrantKeeper Keeper { get; }

    public Authorization Authorization { get; }

    public void Dispose() => Keeper.Dispose();
}
