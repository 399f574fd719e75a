using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sluice.Connectors.Grants;

/// <summary>A system's sign-in as an application that a person let in.</summary>
internal sealed class ApplicationSignIn
{
    public ApplicationSignIn(
        SystemOptions options, GrantSettings settings, HttpClient client, ISignInStore store, TimeProvider time,
        ILoggerFactory log)
    {
        var server = new TokenServer(settings, options, client, time);
        Keeper = new(options, settings, store, server, time, log.CreateLogger("Sluice.SignIn"));
        Authorization = new(options, settings, server);
    }

    public GrantKeeper Keeper { get; }

    public Authorization Authorization { get; }

    /// <summary>Makes one of what is registered.</summary>
    /// <param name="provider">The services.</param>
    /// <param name="options">The system's settings.</param>
    /// <param name="settings">The application.</param>
    /// <param name="client">The name of the client that asks for tokens.</param>
    public static ApplicationSignIn Of(
        IServiceProvider provider, SystemOptions options, GrantSettings settings, string client) => new(
        options,
        settings,
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(client),
        provider.GetRequiredService<ISignInStore>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILoggerFactory>());
}
