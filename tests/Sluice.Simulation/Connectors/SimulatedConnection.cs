using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Listing;
using Sluice.Connectors.Writing;

namespace Sluice.Simulation;

/// <summary>A connection to a simulated system, built from the parts of every connector.</summary>
internal sealed class SimulatedConnection<T> : IConnection, IWriteConnection, IDisposable
    where T : class
{
    private static readonly JsonSerializerOptions Writing = ContractAttributes.WithoutReadOnly(SimulatedJson.Default);
    private readonly HttpClient _client;
    private readonly Reads _reads;

    public SimulatedConnection(
        Entity<T> entity, Exchange exchange, HttpMessageHandler handler, bool listsChanges)
    {
        System = entity.Name.System;
        _client = new(handler, disposeHandler: false)
        {
            BaseAddress = new($"https://{System.ToLowerInvariant()}.example/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.Authorization = new("Bearer", SimulatedOptions.Token);
        _reads = new(exchange);
        var size = exchange.Options.PageSize;
        var source = new EntitySource<T>(entity, _reads, new()
        {
            List = (at, token) => GetAsync($"records?offset={at.Received}&limit={size}", token),
            Cut = (slices, what, answer) => slices.Enveloped(what, answer, "items", "total"),
            Get = (key, token) => GetAsync($"records/{key}", token),
        });
        Sources = [listsChanges ? new SimulatedDelta<T>(source, entity, _reads, GetAsync) : source];
        Requests =
        [
            new EntityRequests<T>(entity, (JsonTypeInfo<T>)Writing.GetTypeInfo(typeof(T)), new TouchedMembers()),
        ];
        Sinks =
        [
            new EntitySink<T>(
                entity, new Sends(exchange), (body, token) => SendAsync(HttpMethod.Post, "records", body, token),
                (key, body, token) => SendAsync(HttpMethod.Patch, $"records/{key}", body, token), RecordKey.IsSafe)
            {
                Delete = (key, token) => _client.DeleteAsync(new Uri($"records/{key}", UriKind.Relative), token),
            },
        ];
    }

    public string System { get; }

    public IReadOnlyList<ISource> Sources { get; }

    public IReadOnlyList<IRequestBuilder> Requests { get; }

    public IReadOnlyList<ISink> Sinks { get; }

    public async Task<Account> IdentifyAsync(CancellationToken token)
    {
        const string what = "our own account";
        var answer = await _reads.AskAsync(what, stop => GetAsync("me", stop), token);
        return new(System, Members.Text(new Slices(new(_reads.Options)).Json(what, answer), "id")!, "robot");
    }

    public void Dispose() => _client.Dispose();

    private Task<HttpResponseMessage> GetAsync(string path, CancellationToken token) =>
        _client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, token);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string body, CancellationToken token) =>
        _client.SendAsync(
            new(method, path)
            {
                Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
            },
            HttpCompletionOption.ResponseHeadersRead, token);
}
