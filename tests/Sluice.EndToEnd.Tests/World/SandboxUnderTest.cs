using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Sluice.Sandboxes;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>
/// The four systems, in the tests' process: what is tested is the host, which reaches them over the network.
/// </summary>
internal sealed class SandboxUnderTest : IAsyncDisposable
{
    private readonly Sandbox _sandbox;
    private readonly HttpClient _client;

    private SandboxUnderTest(Sandbox sandbox, long seed)
    {
        (_sandbox, Seed) = (sandbox, seed);
        _client = new() { BaseAddress = sandbox.Addresses.Control };
        Vendors = new(sandbox.Addresses);
    }

    public long Seed { get; }

    public SandboxAddresses Addresses => _sandbox.Addresses;

    /// <summary>Edits by the vendors' own interfaces, as other users make them.</summary>
    public Vendors Vendors { get; }

    public static async Task<SandboxUnderTest> StartAsync(long seed) =>
        new(
            await Sandbox.StartAsync(
                new() { Seed = seed }, TimeProvider.System, TestContext.Current.CancellationToken),
            seed);

    public async Task<Dump> DumpAsync() => new(await GetAsync("_dump"));

    public async Task<Records> RecordsAsync() => new(await GetAsync("_dump"));

    public async Task<IReadOnlyList<LogEntry>> LogAsync() =>
        [.. (await GetAsync("_log")).AsArray().Select(entry => LogEntry.Of(entry!))];

    /// <summary>What was asked since a request of the log.</summary>
    public async Task<IReadOnlyList<LogEntry>> LogAfterAsync(long sequence) =>
        [.. (await LogAsync()).Where(entry => entry.Sequence > sequence)];

    /// <summary>Empties the log: what was asked since it was emptied last. Only while nobody asks.</summary>
    public async Task<IReadOnlyList<LogEntry>> DrainLogAsync()
    {
        var log = await LogAsync();
        using var answer = await _client.DeleteAsync("_log", TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return log;
    }

    public async Task<long> LastSequenceAsync() =>
        (await LogAsync()).Select(entry => entry.Sequence).DefaultIfEmpty().Last();

    /// <summary>Waits until the log shows a request.</summary>
    public Task<LogEntry> RequestAsync(string what, Func<LogEntry, bool> isMeant) =>
        Eventually.FindAsync(what, async () => (await LogAsync()).FirstOrDefault(isMeant));

    /// <param name="kind">The fault's name.</param>
    /// <param name="more">For which requests, and how often.</param>
    public Task SwitchOnAsync(string kind, params (string Name, JsonNode Value)[] more)
    {
        var fault = new JsonObject { ["kind"] = kind };
        foreach (var (name, value) in more)
            fault[name] = value;

        return PostAsync("_faults", fault);
    }

    public async Task SwitchAllOffAsync()
    {
        using var answer = await _client.DeleteAsync("_faults", TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Changes a record behind the vendor's back, where its interface does not allow it.</summary>
    public Task EditAsync(string system, string entity, string id, JsonObject set) =>
        PostAsync("_edit", new() { ["system"] = system, ["entity"] = entity, ["id"] = id, ["set"] = set });

    public async ValueTask DisposeAsync()
    {
        Vendors.Dispose();
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"sandbox of seed {Seed}");

    private async Task<JsonNode> GetAsync(string path) =>
        await _client.GetFromJsonAsync<JsonNode>(path, TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException($"{path} answered null.");

    private async Task PostAsync(string path, JsonObject body)
    {
        using var answer = await _client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"{path} refuses {body.ToJsonString()}: "
                    + await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
