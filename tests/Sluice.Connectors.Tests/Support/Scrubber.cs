using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sluice.Connectors.Tests.Support;

/// <summary>Writes requests and answers as text, without secrets and without what differs from run to run.</summary>
/// <remarks>
/// Of headers only those show their values that are known to be harmless: one that is new is a secret until somebody
/// looks at it.
/// </remarks>
internal sealed partial class Scrubber
{
    private const string Hidden = "***";

    private static readonly string[] Harmless =
        ["Accept", "Content-Type", "If-Match", "Retry-After", "User-Agent", "X-Pagination"];

    // What begins so belongs to the connection, says what time it is, or counts the calls that came before.
    private static readonly string[] Dropped =
    [
        "Connection", "Content-Length", "Date", "Host", "Server", "Transfer-Encoding", "traceparent", "x-keap-product-",
        "x-keap-tenant-throttle-",
    ];

    private static readonly string[] SecretEndings =
        ["token", "secret", "password", "apikey", "clientkey", "applicationkey", "subscriptionkey", "cookie"];

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ConcurrentDictionary<string, bool> _secrets = new(StringComparer.Ordinal);

    public Scrubber(IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
            Hide(secret);
    }

    public async Task<string> RenderAsync(HttpRequestMessage request, CancellationToken token)
    {
        var address = request.RequestUri!;
        var text = new StringBuilder($"{request.Method} {address.AbsolutePath}\n");
        foreach (var pair in Pairs(address.Query.TrimStart('?')))
            text.Append("  ").Append(pair).Append('\n');
        return await RenderAsync(text, request.Headers, request.Content, token);
    }

    public Task<string> RenderAsync(HttpResponseMessage response, CancellationToken token)
    {
        var status = string.Create(
            CultureInfo.InvariantCulture, $"-> {(int)response.StatusCode} {response.ReasonPhrase}\n");
        return RenderAsync(new(status), response.Headers, response.Content, token);
    }

    /// <summary>A text without what is known to be secret, and without places of this run.</summary>
    public string Clean(string text)
    {
        foreach (var secret in _secrets.Keys.OrderByDescending(secret => secret.Length))
            text = text.Replace(secret, Hidden, StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(secret), Hidden, StringComparison.Ordinal);
        return Version().Replace(Place().Replace(text, "sandbox"), "Sluice/VERSION");
    }

    private async Task<string> RenderAsync(
        StringBuilder text, IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers, HttpContent? content,
        CancellationToken token)
    {
        var body = content is null ? "" : await content.ReadAsStringAsync(token);
        var lines =
            from header in headers.Concat(content is null ? [] : content.Headers)
            where !Dropped.Any(start => header.Key.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            orderby header.Key.ToUpperInvariant()
            select $"{header.Key}: {string.Join(", ", header.Value.Select(value => Header(header.Key, value)))}\n";
        text.AppendJoin("", lines);
        if (body.Length > 0)
            text.Append('\n').Append(Body(content!.Headers.ContentType?.MediaType, body)).Append('\n');
        return Clean(text.ToString());
    }

    private string Header(string name, string value)
    {
        if (Harmless.Contains(name, StringComparer.OrdinalIgnoreCase))
            return value;

        var space = value.IndexOf(' ', StringComparison.Ordinal);
        if (name == "Authorization" && space > 0)
            return $"{value[..space]} {Hide(value[(space + 1)..])}";

        // What is merely unknown may be a word that stands in every second text.
        return IsSecret(name) ? Hide(value) : Hidden;
    }

    private string Body(string? type, string body)
    {
        if (type == "application/x-www-form-urlencoded")
            return string.Join('\n', Pairs(body));

        try
        {
            var json = JsonNode.Parse(body);
            Hide(json);
            return json?.ToJsonString(Readable) ?? "null";
        }
        catch (JsonException)
        {
            return body;
        }
    }

    private IEnumerable<string> Pairs(string form) =>
        from pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        let name = Decoded(parts[0])
        let value = Decoded(parts.ElementAtOrDefault(1) ?? "")
        select name is "code" or "state" || IsSecret(name) ? $"{name}={Hide(value)}" : $"{name}={value}";

    private void Hide(JsonNode? node)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Hide(item);
        if (node is not JsonObject members)
            return;

        foreach (var (name, value) in members.ToList())
            if (IsSecret(name) && value is JsonValue)
                members[name] = Hide(value.ToString());
            else
                Hide(value);
    }

    // What is a single character or two would be found everywhere.
    private string Hide(string secret)
    {
        if (secret.Length > 2)
            _secrets[secret] = true;
        return Hidden;
    }

    private static bool IsSecret(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return SecretEndings.Any(ending => plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    private static string Decoded(string text) =>
        Uri.UnescapeDataString(text.Replace('+', ' '));

    [GeneratedRegex(@"127\.0\.0\.1:\d+|localhost:\d+")]
    private static partial Regex Place();

    [GeneratedRegex(@"Sluice/\d[\w.-]*")]
    private static partial Regex Version();
}
