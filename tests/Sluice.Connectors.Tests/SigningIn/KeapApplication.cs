using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sluice.Connectors.Grants;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;
using Sluice.Stores.Sqlite;

namespace Sluice.Connectors.Tests.SigningIn;

/// <summary>
/// A process that is signed in to Keap as an application, over a store in a file. It can die, and be started again.
/// </summary>
public sealed class KeapApplication : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-keap-");
    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly List<Exception> _thrown = [];
    private readonly LineLogger _log = new();
    private TimeSpan _passed;
    private SqliteStore? _store;
    private Host? _host;

    private KeapApplication(RunningSandbox sandbox) => Sandbox = sandbox;

    public RunningSandbox Sandbox { get; }

    public Host Host => _host!;

    public SqliteStore Store => _store!;

    public string StoreFile => Path.Combine(_folder.FullName, "store.db");

    /// <summary>What was said at the level of errors.</summary>
    public IReadOnlyList<string> Alerts => _log.Errors;

    /// <summary>All that was said or thrown.</summary>
    public string Said => string.Join('\n', [.. _log.Lines, .. _thrown.Select(failure => failure.ToString())]);

    /// <summary>A sandbox, and a process over it in which somebody has signed in.</summary>
    public static async Task<KeapApplication> SignedInAsync(params string[] faults)
    {
        var application = new KeapApplication(await RunningSandbox.StartAsync());
        foreach (var fault in faults)
            await application.Sandbox.SwitchOnAsync(fault);
        await application.StartAsync();
        await application.SignInAsync();
        return application;
    }

    /// <summary>Starts the process, where it is to die at a point if one is named.</summary>
    public async Task StartAsync(
        CrashPoint? dying = null, ScriptedHandler? answering = null, int fullFor = 0,
        Action<IServiceCollection>? more = null, params (string Setting, string? Value)[] changes)
    {
        await StopAsync();
        Open(await SqliteStore.OpenAsync(StoreFile, StoreAccess.Own), new(dying, fullFor), answering, changes, more);
    }

    /// <summary>Another process takes the store over, whatever its lock says.</summary>
    public async Task LoseStoreAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={StoreFile};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "update store set epoch = epoch + 1";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Starts a process that does not own the store.</summary>
    public async Task StartBesideAsync(StoreAccess access)
    {
        await StopAsync();
        Open(await SqliteStore.OpenAsync(StoreFile, access), new(null), null, []);
    }

    /// <summary>A person signs in, as `sluice connect keap` lets them.</summary>
    public async Task SignInAsync()
    {
        var authorization = Host.Services.GetRequiredService<IAuthorization>();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var sent = await browser.GetAsync(
            authorization.AddressFor("state"), TestContext.Current.CancellationToken);
        var code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(sent.Headers.Location!.Query)["code"];
        var content = await authorization.ExchangeAsync(code.ToString());
        await Host.Services.GetRequiredService<ISignInStore>()
            .LeaveSignInAsync("Keap", content, Host.Clock.GetUtcNow());
    }

    /// <summary>Time passes, here and there.</summary>
    public void Pass(TimeSpan time)
    {
        _passed += time;
        Sandbox.Clock.Advance(time);
        Host.Clock.Advance(time);
    }

    /// <summary>Asks Keap something.</summary>
    /// <returns>Why it could not; null where it could.</returns>
    public async Task<RemoteException?> AskAsync()
    {
        try
        {
            await Host.Connection("Keap").IdentifyAsync(TestContext.Current.CancellationToken);
            return null;
        }
        catch (RemoteException failure)
        {
            _thrown.Add(failure);
            return failure;
        }
    }

    /// <summary>Asks every five minutes.</summary>
    public async Task<IReadOnlyList<RemoteException?>> AskAsync(int times)
    {
        var answers = new List<RemoteException?>();
        for (var i = 0; i < times; i++)
        {
            answers.Add(await AskAsync());
            Pass(TimeSpan.FromMinutes(5));
        }

        return answers;
    }

    /// <summary>How often the token server was asked for something in place of a refresh token.</summary>
    public async Task<int> RefreshesAsync() =>
        (await Sandbox.LogAsync()).Count(entry => entry["path"]!.ToString() == "/token") - 1;

    public async Task<SignInState> StateAsync() => (await Store.FindSignInAsync("Keap"))!.State;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Sandbox.DisposeAsync();
        _log.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Open(
        SqliteStore store, Crash crash, ScriptedHandler? answering, (string Setting, string? Value)[] changes,
        Action<IServiceCollection>? more = null)
    {
        _store = store;
        _host = Host.OfApplication(
            Sandbox.Addresses,
            services =>
            {
                services.AddLogging(log => log.AddProvider(_log).SetMinimumLevel(LogLevel.Trace));
                services.AddSingleton(crash.Store(new SealedSignIns(store, () => _keys, "the test's keys")));
                services.AddHttpClient("Keap").AddHttpMessageHandler(crash.OnTheWayToRecords);
                services.AddHttpClient("Keap tokens").AddHttpMessageHandler(crash.OnTheWayToTokens);
                if (answering is not null)
                    services.AddHttpClient("Keap tokens").ConfigurePrimaryHttpMessageHandler(() => answering);
                more?.Invoke(services);
            },
            changes);
        _host.Clock.Advance(_passed);
    }

    private async Task StopAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        if (_store is not null)
            await _store.DisposeAsync();
    }
}
