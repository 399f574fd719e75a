using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Connectors.Grants;
using Sluice.Stores.Sqlite;

namespace Sluice.Host.SigningIn;

/// <summary>Gives connectors the store of their sign-ins, where one of them keeps any.</summary>
internal static class SignIns
{
    public static IServiceCollection AddSignIns(this IServiceCollection services) => services
        .AddSingleton<SignInSlot>()
        .AddSingleton<ISignInStore>(provider => provider.GetRequiredService<SignInSlot>());

    /// <summary>Whether a system is signed in to as an application.</summary>
    public static bool KeepsSignIns(this IServiceProvider services) => services.GetServices<IAuthorization>().Any();

    /// <exception cref="HostException">The folder of the keys cannot be used.</exception>
    public static void UseSignInsOf(this IServiceProvider services, SqliteStore store, IConfiguration settings)
    {
        if (!services.KeepsSignIns())
            return;

        // A folder that cannot be used is told now, and not in the middle of a cycle.
        var keys = KeyFolder.Of(settings);
        keys.Open();
        services.GetRequiredService<SignInSlot>().Store = new SealedSignIns(store, keys.Open, keys.Path);
    }

    /// <summary>
    /// For one who only looks and asks systems: as the store's owner where there is no other, for a sign-in may be due.
    /// </summary>
    /// <returns>The store; null where there is none or none is needed.</returns>
    public static async Task<SqliteStore?> LookForSignInsAsync(this IServiceProvider services, IConfiguration settings)
    {
        if (!services.KeepsSignIns())
            return null;

        var path = Running.StoreSettings.Path(settings);
        if (!File.Exists(path))
        {
            services.GetRequiredService<SignInSlot>().Store = new HeldSignIn();
            return null;
        }

        var store = await OpenAsync(path);
        services.UseSignInsOf(store, settings);
        return store;
    }

    /// <summary>Opens a store as its owner, or beside the owner that there is.</summary>
    private static async Task<SqliteStore> OpenAsync(string path)
    {
        try
        {
            return await SqliteStore.OpenAsync(path, StoreAccess.Own);
        }
        catch (StoreBusyException)
        {
            return await SqliteStore.OpenAsync(path, StoreAccess.Look);
        }
    }
}
