using System.Net;
using System.Text.Json.Nodes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests.Rest;

/// <summary>Keeps records of one kind, and answers for each test in another way.</summary>
public sealed class ShelfServer : HttpMessageHandler
{
    private readonly List<string> _asked = [];

    /// <param name="records">The records, in JSON.</param>
    public ShelfServer(params string[] records) =>
        Records.AddRange(records.Select(record => JsonNode.Parse(record)!.AsObject()));

    public List<JsonObject> Records { get; } = [];

    /// <summary>What was asked: method, path and query, decoded, and the body.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>The requests' headers, as <c>name: value</c>.</summary>
    public List<string> Headers { get; } = [];

    /// <summary>Answers a request for the list, by its parameters.</summary>
    public Func<ShelfServer, IReadOnlyDictionary<string, string>, HttpResponseMessage> List { get; init; } =
        (shelf, _) => Json(new JsonArray([.. shelf.Records.Select(record => record.DeepClone())]));

    /// <summary>Has a word before all others; null to go on.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> First { get; init; } = _ => null;

    /// <summary>Wraps an answer about one record.</summary>
    public Func<JsonObject, HttpResponseMessage> One { get; init; } = record => Json(record.DeepClone());

    public static HttpResponseMessage Json(JsonNode body) => ScriptedHandler.Json(body.ToJsonString());

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var address = request.RequestUri!;
        _asked.Add($"{request.Method} {Uri.UnescapeDataString(address.PathAndQuery)} {body}".TrimEnd());
        Headers.AddRange(request.Headers
            .Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}"));
        if (First(request) is { } answer)
            return answer;

        var key = address.AbsolutePath.Split('/') is [_, _, "customers", var last]
            ? Uri.UnescapeDataString(last)
            : null;
        if (key is null && request.Method == HttpMethod.Get)
            return List(this, Query(address));
        if (key is null)
            return Add(JsonNode.Parse(body)!.AsObject());
        if (Records.Find(record => record["id"]!.ToString() == key) is not { } record)
            return new(HttpStatusCode.NotFound);

        if (request.Method == HttpMethod.Delete)
            Records.Remove(record);
        else if (request.Method == HttpMethod.Put)
            Records[Records.IndexOf(record)] = record = JsonNode.Parse(body)!.AsObject();
        else if (request.Method != HttpMethod.Get && JsonNode.Parse(body) is JsonObject changes)
            foreach (var (name, value) in changes)
                record[name] = value?.DeepClone();

        return One(record);
    }

    private HttpResponseMessage Add(JsonObject record)
    {
        record["id"] ??= 100 + Records.Count;
        Records.Add(record);
        return One(record);
    }

    private static Dictionary<string, string> Query(Uri address) => address.Query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('='))
        .ToDictionary(part => Uri.UnescapeDataString(part[0]), part => Uri.UnescapeDataString(part[1]));
}
