using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Connectors.CustomCrm;
using Sluice.Connectors.Keap;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.YouTrack;
using Sluice.Sandboxes;

namespace Sluice.Connectors.Tests.Support;

/// <summary>The four connectors as a host registers them.</summary>
public sealed class Host : IAsyncDisposable
{
    /// <summary>The systems.</summary>
    public static readonly IReadOnlyList<string> Names = ["YouTrack", "Keap", "Powerofficego", "Customcrm"];

    /// <summary>The named HTTP clients.</summary>
    public static readonly IReadOnlyList<string> Clients =
        [.. Names, "YouTrack Hub", "Powerofficego tokens", "Keap tokens"];

    private readonly ServiceProvider _provider;

    private Host(IConfiguration configuration, HttpMessageHandler? handler, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddYouTrack(configuration.GetSection("Systems:YouTrack"));
        services.AddKeap(configuration.GetSection("Systems:Keap"));
        services.AddPowerOfficeGo(configuration.GetSection("Systems:Powerofficego"));
        services.AddCustomCrm(configuration.GetSection("Systems:Customcrm"));
        if (handler is not null)
            foreach (var client in Clients)
                services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => handler);

        more?.Invoke(services);
        _provider = services.BuildServiceProvider();
    }

    public SkippingClock Clock { get; } = new();

    public IServiceProvider Services => _provider;

    /// <summary>Connected to a sandbox.</summary>
    public static Host Of(SandboxAddresses addresses, params (string Setting, string? Value)[] changes) =>
        new(Settings(addresses.ToSettingsJson(), changes), null);

    /// <summary>Connected to a sandbox, with more services.</summary>
    public static Host Of(
        SandboxAddresses addresses, Action<IServiceCollection> more,
        params (string Setting, string? Value)[] changes) =>
        new(Settings(addresses.ToSettingsJson(), changes), null, more);

    /// <summary>Connected to a sandbox, where documents name something.</summary>
    public static Host Naming(SandboxAddresses addresses, NamedPaths named) =>
        new(Settings(addresses.ToSettingsJson(), []), null, services => services.AddSingleton(named));

    /// <summary>Connected to a sandbox whose Keap is signed in to as an application.</summary>
    public static Host OfApplication(
        SandboxAddresses addresses, Action<IServiceCollection> more,
        params (string Setting, string? Value)[] changes) =>
        new(Settings(addresses.ToSettingsJson(keapApplication: true), changes), null, more);

    /// <summary>Connected to a script.</summary>
    public static Host Of(ScriptedHandler handler, params (string Setting, string? Value)[] changes) => new(
        Settings(
            """
            {
              "Systems": {
                "YouTrack": { "BaseAddress": "https://youtrack.example", "Token": "perm:secret-one" },
                "Keap": { "BaseAddress": "https://keap.example/v1/", "Token": "secret-two" },
                "Powerofficego": {
                  "BaseAddress": "https://go.example/v2",
                  "TokenAddress": "https://go.example/OAuth/Token",
                  "ApplicationKey": "secret-three",
                  "ClientKey": "secret-four",
                  "SubscriptionKey": "secret-five"
                },
                "Customcrm": { "BaseAddress": "https://crm.example/api", "Token": "secret-six" }
              }
            }
            """,
            changes),
        handler);

    public IConnection Connection(string system) =>
        _provider.GetServices<IConnection>().Single(item => item.System == system);

    public ISource Source(string system, string entity) =>
        Connection(system).Sources.Single(item => item.Entity == new EntityName(system, entity));

    public IRequestBuilder Requests(string system, string entity) =>
        Connection(system).Requests.Single(item => item.Entity == new EntityName(system, entity));

    public ISink Sink(string system, string entity) => _provider.GetServices<IWriteConnection>()
        .Single(item => item.System == system).Sinks.Single(item => item.Entity == new EntityName(system, entity));

    public async Task<List<Page>> PagesAsync(string system, string entity)
    {
        var pages = new List<Page>();
        await foreach (var page in Source(system, entity).ListAsync(TestContext.Current.CancellationToken))
            pages.Add(page);

        return pages;
    }

    public async Task<List<Record>> RecordsAsync(string system, string entity) =>
        [.. (await PagesAsync(system, entity)).SelectMany(page => page.Records)];

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private static IConfigurationRoot Settings(string json, (string Setting, string? Value)[] changes)
    {
        var common = Names.SelectMany(name => new[]
        {
            KeyValuePair.Create<string, string?>($"Systems:{name}:RequestsPerSecond", "10000"),
            KeyValuePair.Create<string, string?>($"Systems:{name}:Timeout", SkippingClock.Deadline.ToString("c")),
            KeyValuePair.Create<string, string?>($"Systems:{name}:LongestAnswer", "1"),
        });
        return new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json)))
            .AddInMemoryCollection(common)
            .AddInMemoryCollection(
                changes.Select(change => KeyValuePair.Create($"Systems:{change.Setting}", change.Value)))
            .Build();
    }
}
