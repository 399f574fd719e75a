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
    private const int SettlingCycles = 8;

    private readonly TemporaryFolder _folder;
    private readonly Sandbox _sandbox;
    private readonly HttpClient _control;
    private readonly IReadOnlyList<Pairing> _pairings;
    private ServiceProvider _services;

    private CallsWorld(
        TemporaryFolder folder, Sandbox sandbox, SqliteStore store, IReadOnlyList<Pairing> pairings)
    {
        (_folder, _sandbox, Store, _pairings) = (folder, sandbox, store, pairings);
        _control = new() { BaseAddress = sandbox.Addresses.Control };
        (_services, Cycles) = Connect(new Dictionary<string, string?>(), sink => sink);
    }

    public SqliteStore Store { get; }

    public CycleRunner Cycles { get; private set; }

    public static async Task<CallsWorld> StartAsync(
        long seed, IReadOnlyList<Pairing> pairings, CancellationToken token)
    {
        var folder = new TemporaryFolder();
        var sandbox = await Sandbox.StartAsync(new() { Seed = seed }, TimeProvider.System, token);
        var store = await SqliteStore.OpenAsync(folder.File("calls.db"), StoreAccess.Own);
        return new(folder, sandbox, store, pairings);
    }

    /// <summary>Plans, and approves what was planned.</summary>
    public async Task ApproveAsync(CancellationToken token)
    {
        var planned = await Cycles.PlanAsync(null, token);
        await Store.RequestApprovalAsync(planned.Plan!.Hash, TimeProvider.System.GetUtcNow());
    }

    /// <summary>Goes on until nothing is left to do.</summary>
    public async Task SettleAsync(CancellationToken token)
    {
        for (var i = 0; i < SettlingCycles && DidSomething(await Cycles.RunAsync(null, token)); i++)
        {
        }
    }

    /// <summary>Connects anew, as a host does that is started again.</summary>
    /// <param name="settings">Settings over those of a sandbox.</param>
    /// <param name="watch">Stands before each sink.</param>
    public async Task ReconnectAsync(IReadOnlyDictionary<string, string?> settings, Func<ISink, ISink> watch)
    {
        await _services.DisposeAsync();
        (_services, Cycles) = Connect(settings, watch);
    }

    /// <summary>The keys of all records that an entity's table holds.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(
        string system, string table, string key, CancellationToken token)
    {
        using var dump = JsonDocument.Parse(await _control.GetStringAsync("_dump", token));
        return
        [
            .. dump.RootElement.GetProperty(system).GetProperty(table).EnumerateArray()
                .Select(record => record.GetProperty(key).ToString()),
        ];
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

    /// <summary>Something goes wrong in a system from now on.</summary>
    public Task SwitchOnAsync(JsonObject fault, CancellationToken token) => PostAsync("_faults", fault, token);

    /// <summary>A user changes a record in its system.</summary>
    public Task EditAsync(string system, string table, string id, JsonObject set, CancellationToken token) => PostAsync(
        "_edit", new() { ["system"] = system, ["entity"] = table, ["id"] = id, ["set"] = set }, token);

    private static bool DidSomething(CycleReport report) =>
        report.Pairings.Any(pairing => pairing.Linked + pairing.Created + pairing.Updated > 0);

    private (ServiceProvider Services, CycleRunner Cycles) Connect(
        IReadOnlyDictionary<string, string?> settings, Func<ISink, ISink> watch)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(_sandbox.Addresses.ToSettingsJson()));
        var systems = new ConfigurationBuilder().AddJsonStream(json).AddInMemoryCollection(settings).Build()
            .GetSection("Systems");
        var services = new ServiceCollection().AddLogging()
            .AddYouTrack(systems.GetSection("YouTrack"))
            .AddKeap(systems.GetSection("Keap"))
            .AddPowerOfficeGo(systems.GetSection("Powerofficego"))
            .AddCustomCrm(systems.GetSection("Customcrm"))
            .BuildServiceProvider();
        var policy = new SystemPolicy(ReadOnly: false, AllowCredentialWrites: true);
        var connections = services.GetServices<IConnection>().ToList();
        var topology = new Topology(
            _pairings, connections,
            [
                .. services.GetServices<IWriteConnection>()
                    .Select(connection => new WatchedConnection(connection, watch)),
            ],
            connections.ToDictionary(connection => connection.System, _ => policy));
        return (services, new(topology, Store, new(), TimeProvider.System, NullLogger<CycleRunner>.Instance));
    }

    private async Task PostAsync(string path, JsonObject what, CancellationToken token)
    {
        using var body = new StringContent(what.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _control.PostAsync(path, body, token);
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
