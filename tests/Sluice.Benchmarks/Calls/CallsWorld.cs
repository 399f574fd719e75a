using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Benchmarks.Harness;
using Sluice.Connectors.CustomCrm;
using Sluice.Connectors.Keap;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.YouTrack;
using Sluice.Pipeline;
using Sluice.Sandboxes;
using Sluice.Stores.Sqlite;

namespace Sluice.Benchmarks.Calls;

/// <summary>The four systems in this process, and an engine put together as the host does it.</summary>
internal sealed class CallsWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly Sandbox _sandbox;
    private readonly ServiceProvider _services;
    private readonly HttpClient _control;

    private CallsWorld(
        TemporaryFolder folder, Sandbox sandbox, ServiceProvider services, SqliteStore store, Topology topology)
    {
        (_folder, _sandbox, _services, Store) = (folder, sandbox, services, store);
        _control = new() { BaseAddress = sandbox.Addresses.Control };
        Cycles = new(topology, store, new(), TimeProvider.System, NullLogger<CycleRunner>.Instance);
    }

    public SqliteStore Store { get; }

    public CycleRunner Cycles { get; }

    public static async Task<CallsWorld> StartAsync(long seed, CancellationToken token)
    {
        var folder = new TemporaryFolder();
        var sandbox = await Sandbox.StartAsync(new() { Seed = seed }, TimeProvider.System, token);
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(sandbox.Addresses.ToSettingsJson()));
        var systems = new ConfigurationBuilder().AddJsonStream(json).Build().GetSection("Systems");
        var services = new ServiceCollection().AddLogging()
            .AddYouTrack(systems.GetSection("YouTrack"))
            .AddKeap(systems.GetSection("Keap"))
            .AddPowerOfficeGo(systems.GetSection("Powerofficego"))
            .AddCustomCrm(systems.GetSection("Customcrm"))
            .BuildServiceProvider();
        var policy = new SystemPolicy(ReadOnly: false, AllowCredentialWrites: true);
        var connections = services.GetServices<IConnection>().ToList();
        var topology = new Topology(
            Flows.Catalogue.Pairings, connections, [.. services.GetServices<IWriteConnection>()],
            connections.ToDictionary(connection => connection.System, _ => policy));
        var store = await SqliteStore.OpenAsync(folder.File("calls.db"), StoreAccess.Own);
        return new(folder, sandbox, services, store, topology);
    }

    /// <summary>Runs something and tells which calls the systems got meanwhile.</summary>
    public async Task<IReadOnlyList<LoggedCall>> CountAsync(Func<Task> work, CancellationToken token)
    {
        using (var cleared = await _control.DeleteAsync("_log", token))
            cleared.EnsureSuccessStatusCode();
        await work();
        var log = await _control.GetStringAsync("_log", token);
        using var document = JsonDocument.Parse(log);
        return [.. document.RootElement.EnumerateArray().Select(LoggedCall.Of)];
    }

    /// <summary>A user changes a record in its system.</summary>
    public async Task EditAsync(string system, string table, string id, JsonObject set, CancellationToken token)
    {
        var edit = new JsonObject { ["system"] = system, ["entity"] = table, ["id"] = id, ["set"] = set };
        using var body = new StringContent(edit.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _control.PostAsync("_edit", body, token);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await Store.DisposeAsync();
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }
}
