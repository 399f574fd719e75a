using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;
using Sluice.Sandboxes;

namespace Sluice.Connectors.Tests.Conversations;

/// <summary>Connectors over a sandbox with pages of two, and somebody who writes down what they say.</summary>
public sealed class Conversation : IAsyncDisposable
{
    private const int PageSize = 2;
    private const string Identity = "5d0f2c6e8b9a4f3d8e7c6b5a49382716";

    private Conversation(RunningSandbox sandbox, (string Setting, string? Value)[] changes)
    {
        Sandbox = sandbox;
        Recorder = new(SecretsOf(sandbox.Addresses));
        Host = Again(changes);
    }

    public RunningSandbox Sandbox { get; }

    public Host Host { get; }

    public Recorder Recorder { get; }

    public static async Task<Conversation> StartAsync(
        params Func<SandboxAddresses, (string Setting, string? Value)>[] changes)
    {
        var sandbox = await RunningSandbox.StartAsync(new() { MaximumPageSize = PageSize });
        return new(sandbox, [.. changes.Select(change => change(sandbox.Addresses))]);
    }

    /// <summary>With a YouTrack of 2026.1, signed in.</summary>
    public static async Task<Conversation> WithNewYouTrackAsync()
    {
        var talk = new Conversation(
            await RunningSandbox.StartAsync(new() { MaximumPageSize = PageSize, YouTrack2026 = true }), []);
        await talk.Host.Connection("YouTrack").IdentifyAsync(TestContext.Current.CancellationToken);
        talk.Recorder.Forget();
        return talk;
    }

    /// <summary>With what comes before everything else behind us; deleted users' things go to somebody.</summary>
    public static async Task<Conversation> SignedInAsync(string system, string entity = "Users")
    {
        var heir = "";
        if (system == "YouTrack")
            await using (var before = await StartAsync())
                heir = (await before.FirstAsync(system, entity)).Key;

        var talk = await StartAsync(
            _ => ("YouTrack:UserSuccessor", heir), _ => ("YouTrack:UsergroupSuccessor", heir),
            _ => ("YouTrack:OrganizationSuccessor", heir));
        await talk.Host.Connection(system).IdentifyAsync(TestContext.Current.CancellationToken);
        talk.Recorder.Forget();
        return talk;
    }

    /// <summary>All that opens something there.</summary>
    public static IEnumerable<string> SecretsOf(SandboxAddresses addresses)
    {
        var plain = typeof(SandboxAddresses).GetProperties()
            .Where(property => property.PropertyType == typeof(string))
            .Select(property => (string)property.GetValue(addresses)!);
        var pairs = new[]
        {
            $"{addresses.ApplicationKey}:{addresses.ClientKey}",
            $"{addresses.KeapClientId}:{addresses.KeapClientSecret}",
        };
        return [.. plain, .. pairs.Select(pair => Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)))];
    }

    /// <summary>The first record of the first page, of which no more is asked for.</summary>
    public async Task<Record> FirstAsync(string system, string entity)
    {
        await foreach (var page in Host.Source(system, entity).ListAsync(TestContext.Current.CancellationToken))
            return page.Records[0];

        throw new InvalidOperationException($"{system} has no {entity}.");
    }

    /// <summary>Makes a record; only that is written down.</summary>
    public async Task<(Sample Sample, Record Made)> CreateAsync(string system, string entity)
    {
        var parent = entity is "Contactperson" or "Salesorders"
            ? (await Host.RecordsAsync(system, "Customers")).First().Raw.GetProperty("Id").GetInt64()
            : 0;
        var sample = Sample.Of(system, entity, parent);
        Recorder.Forget();
        var result = await Host.Sink(system, entity).SendAsync(
            Host.Requests(system, entity).Create(sample.Draft) with { Intent = Identity },
            TestContext.Current.CancellationToken);
        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        return (sample, result.Record!);
    }

    /// <summary>Other connectors to the same systems, written down as well.</summary>
    public Host Again(params (string Setting, string? Value)[] changes) => Host.Of(
        Sandbox.Addresses,
        services =>
        {
            foreach (var client in Host.Clients)
                services.AddHttpClient(client).AddHttpMessageHandler(Recorder.Handler);
        },
        [.. Host.Names.Select(name => ($"{name}:PageSize", (string?)"2")), .. changes]);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
