using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.Processes;

namespace Sluice.EndToEnd.Tests.JsonServer;

/// <summary>A running json-server on a loopback port, and people who work in it by plain HTTP.</summary>
internal sealed class JsonServerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly HttpClient _client;

    private JsonServerUnderTest(Process process, Uri address) =>
        (_process, Address, _client) = (process, address, new() { BaseAddress = address });

    public Uri Address { get; }

    /// <summary>Starts one over records, in a folder where it keeps them.</summary>
    /// <param name="program">The program to give to <c>node</c>.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="records">The records, by collection.</param>
    /// <param name="key">The member that holds a record's key.</param>
    public static async Task<JsonServerUnderTest> StartAsync(
        string program, string folder, JsonObject records, string key = "id")
    {
        const int Attempts = 5;
        var file = Path.Combine(folder, "db.json");
        await File.WriteAllTextAsync(file, records.ToJsonString(), TestContext.Current.CancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            // Between our asking for a free port and its listening, somebody may take it.
            var port = FreePort().ToString(CultureInfo.InvariantCulture);
            var process = ProgramRun.Start(
                "node", [program, "--host", "127.0.0.1", "--port", port, "--id", key, file], folder);
            var (said, errors) = (new LineLog(process.StandardOutput), new LineLog(process.StandardError));
            if (await said.FindAsync("Type s + enter").WaitAsync(Patience, TimeProvider.System) is not null)
                return new(process, new($"http://127.0.0.1:{port}"));

            Assert.True(attempt < Attempts, $"json-server does not start.\n{said.Text}\n{errors.Text}");
        }
    }

    /// <summary>All records of a collection.</summary>
    public async Task<IReadOnlyList<JsonObject>> AllAsync(string collection) =>
        [.. (await _client.GetFromJsonAsync<JsonArray>(collection, TestContext.Current.CancellationToken))!
            .Select(row => row!.AsObject())];

    public async Task EditAsync(string collection, string id, JsonObject changes)
    {
        using var answer = await _client.PatchAsJsonAsync(
            $"{collection}/{id}", changes, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public async Task AddAsync(string collection, JsonObject record)
    {
        using var answer = await _client.PostAsJsonAsync(collection, record, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
