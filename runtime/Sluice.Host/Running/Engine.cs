using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sluice.Host.SigningIn;
using Sluice.Pipeline;
using Sluice.Stores.Sqlite;

namespace Sluice.Host.Running;

/// <summary>The engine over the configured systems and store. The only place where all of it is put together.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Engine(ServiceProvider services, SqliteStore store, Topology topology, PipelineOptions options)
    {
        (_services, Store, Topology, Options) = (services, store, topology, options);
        var log = services.GetRequiredService<ILogger<CycleRunner>>();
        Cycles = new(topology, store, options, TimeProvider.System, log);
    }

    public SqliteStore Store { get; }

    public Topology Topology { get; }

    public PipelineOptions Options { get; }

    public CycleRunner Cycles { get; }

    /// <param name="settings">The settings.</param>
    /// <param name="writes">Whether the engine may write; without it, it is given nothing that can.</param>
    /// <param name="log">Where to log to.</param>
    /// <param name="examples">Whether the examples run beside the documents.</param>
    /// <param name="owned">The store, where this process owns it already; null to open it.</param>
    public static async Task<Engine> OpenAsync(
        IConfiguration settings, bool writes, Action<ILoggingBuilder> log, bool examples = false,
        SqliteStore? owned = null)
    {
        Composition.Require();
        var options = PipelineSettings.Read(settings);
        var services = SystemServices.Build(settings, log, out var systems);
        try
        {
            var policies = SystemServices.Validate(services, systems);
            var topology = new Topology(
                examples ? [.. Flows.Catalogue.Pairings, .. Examples.Catalogue.Pairings] : Flows.Catalogue.Pairings,
                [.. services.GetServices<IConnection>()],
                writes ? [.. services.GetServices<IWriteConnection>()] : [],
                policies);
            var store = owned ?? await SqliteStore.OpenAsync(StoreSettings.Path(settings), StoreAccess.Own);
            try
            {
                services.UseSignInsOf(store, settings);
            }
            catch
            {
                await store.DisposeAsync();
                throw;
            }

            return new(services, store, topology, options);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await _services.DisposeAsync();
    }
}
