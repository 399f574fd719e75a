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
internal sealed class SimulatedConnection : IConnection, IWriteConnection, IDisposable
{
    private static readonly JsonSerializerOptions Writing = ContractAttributes.WithoutReadOnly(SimulatedJson.Default);
    private readonly HttpClient _client;
    private readonly Exchange _exchange;
    private readonly Reads _reads;
    private readonly References _references;
    private readonly List<ISource> _sources = [];
    private readonly List<IRequestBuilder> _requests = [];
    private readonly List<ISink> _sinks = [];

    public SimulatedConnection(string system, Exchange exchange, HttpMessageHandler handler, References references)
    {
        (System, _references) = (system, references);
        _client = new(handler, disposeHandler: false)
        {
            BaseAddress = new($"https://{System.ToLowerInvariant()}.example/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.Authorization = new("Bearer", SimulatedOptions.Token);
        (_exchange, _reads) = (exchange, new(exchange));
    }

    public string System { get; }

    public IReadOnlyList<ISource> Sources => _sources;

    public IReadOnlyList<IRequestBuilder> Requests => _requests;

    public IReadOnlyList<ISink> Sinks => _sinks;

    /// <summary>Serves one more entity, from a table of the system.</summary>
    public SimulatedConnection Serve<T>(Entity<T> entity, SimulatedTable table)
        where T : class
    {
        var (path, size) = (table.Path, _exchange.Options.PageSize);
        var listed = new EntitySource<T>(entity, _reads, new()
        {
            List = (at, token) => GetAsync($"{path}?offset={at.Received}&limit={size}", token),
            Cut = (slices, what, answer) => slices.Enveloped(what, answer, "items", "total"),
            Get = (key, token) => GetAsync($"{path}/{key}", token),
        });
        var source = new SimulatedSource<T>(listed, _reads, path, GetAsync);
        _sources.Add(
            !table.Profile.ListsChanges ? source
            : table.Profile.Counts ? new SimulatedCounted<T>(source, entity, _reads, path, GetAsync)
            : new SimulatedDelta<T>(source, entity, _reads, path, GetAsync));
        _requests.Add(
            new EntityRequests<T>(entity, (JsonTypeInfo<T>)Writing.GetTypeInfo(typeof(T)), new TouchedMembers()));
        var sink = new EntitySink<T>(
            entity, new Sends(_exchange), (body, token) => SendAsync(HttpMethod.Post, path, body, token),
            (key, body, token) => SendAsync(HttpMethod.Patch, $"{path}/{key}", body, token), RecordKey.IsSafe)
        {
            Delete = (key, token) => _client.DeleteAsync(new Uri($"{path}/{key}", UriKind.Relative), token),
        };
        _sinks.Add(
            !table.Profile.KeepsReferences ? sink
            : new SimulatedTracedSink(
                new(sink, Call.ReferenceMember, isNamed: false, (reference, token) => FindAsync(reference, token)),
                _references));
        return this;

        async Task<Record?> FindAsync(string reference, CancellationToken token)
        {
            var what = $"{entity.Name.Entity} with the reference {reference}";
            var answer = await _reads.AskAsync(
                what, stop => GetAsync($"{path}?{Call.ReferenceMember}={reference}", stop), token);
            return new Slices(new(_reads.Options)).Enveloped(what, answer, "items", "total").Elements
                .Select(element => entity.Read(element, out _)).FirstOrDefault();
        }
    }

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
