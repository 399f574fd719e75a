using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sluice.Connectors.Rest;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests.Rest;

/// <summary>A system called Shop, which settings alone describe, over a script.</summary>
public sealed class RestHost : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    /// <param name="handler">What answers.</param>
    /// <param name="entity">The settings of its entity Customers, in JSON.</param>
    /// <param name="system">More settings of the system: members of JSON.</param>
    /// <param name="more">Registers more.</param>
    /// <param name="name">What the settings call the entity.</param>
    public RestHost(
        HttpMessageHandler handler, string entity, string system = "", Action<IServiceCollection>? more = null,
        string name = "Customers")
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging();
        services.AddRest("Shop", Section(entity, system, name), [Customers]);
        foreach (var client in new[] { "Shop", "Shop tokens" })
            services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => handler);
        more?.Invoke(services);
        _provider = services.BuildServiceProvider();
    }

    public const string Routes = """
        "List": "/customers", "Get": "/customers/{id}", "Create": "/customers", "Update": "/customers/{id}",
        "Delete": "/customers/{id}"
        """;

    public static NamedEntity Customers { get; } = new(
        new("Shop", "Customers"), ["name", "address.city", "email"], node => new Customer(node));

    public SkippingClock Clock { get; } = new();

    public IServiceProvider Services => _provider;

    public IConnection Connection => _provider.GetServices<IConnection>().Single();

    public ISource Source => Connection.Sources.Single();

    public IRequestBuilder Requests => Connection.Requests.Single();

    public ISink Sink => _provider.GetServices<IWriteConnection>().Single().Sinks.Single();

    public IReadOnlyList<string> Problems
    {
        get
        {
            try
            {
                _ = _provider.GetRequiredService<IOptionsMonitor<RestOptions>>().Get("Shop");
                return [];
            }
            catch (OptionsValidationException invalid)
            {
                return [.. invalid.Failures];
            }
        }
    }

    public async Task<List<Page>> PagesAsync()
    {
        var pages = new List<Page>();
        await foreach (var page in Source.ListAsync(TestContext.Current.CancellationToken))
            pages.Add(page);

        return pages;
    }

    public async Task<IReadOnlyList<string>> KeysAsync() =>
        [.. (await PagesAsync()).SelectMany(page => page.Records).Select(record => record.Key)];

    public async Task<Record> ReadAsync(string key) =>
        await Source.ReadAsync(key, TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException($"{key} is not there.");

    /// <summary>Reads a record, changes members of it, and sends that.</summary>
    public async Task<WriteResult> UpdateAsync(string key, params (string Path, FieldValue Value)[] changes)
    {
        var current = await ReadAsync(key);
        return await SendAsync(Update(current, changes));
    }

    public WriteRequest Update(Record current, params (string Path, FieldValue Value)[] changes)
    {
        var node = ((IOpenRecord)current.Value).Node;
        foreach (var (path, value) in changes)
            node = OpenPath.With(node, path, value);
        return Requests.Update(current, new Customer(node), [.. changes.Select(change => change.Path)]);
    }

    public WriteRequest Create(string json) => Requests.Create(new Customer(JsonNode.Parse(json)!.AsObject()));

    public Task<WriteResult> CreateAsync(string json) => SendAsync(Create(json));

    public Task<WriteResult> SendAsync(WriteRequest request) =>
        Sink.SendAsync(request, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private static IConfigurationSection Section(string entity, string system, string name) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Systems:Shop:Connector", "Rest"),
                new("Systems:Shop:BaseAddress", "https://shop.example/api/"),
                new("Systems:Shop:RequestsPerSecond", "10000"),
                new("Systems:Shop:Timeout", SkippingClock.Deadline.ToString("c")),
                new("Systems:Shop:PageSize", "2"),
            ])
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""
                {
                  "Systems": {
                    "Shop": { {{(system.Length > 0 ? system + "," : "")}} "Entities": { "{{name}}": { {{entity}} } } }
                  }
                }
                """)))
            .Build().GetSection("Systems:Shop");

    /// <summary>What a generator would have written.</summary>
    private readonly record struct Customer(JsonObject Node) : IOpenRecord;
}
