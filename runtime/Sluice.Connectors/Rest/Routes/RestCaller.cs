using System.Net.Http.Headers;
using System.Text;

namespace Sluice.Connectors.Rest.Routes;

/// <summary>Sends single requests to where routes lead. Others sign and pace them.</summary>
/// <param name="client">With the base address.</param>
internal sealed class RestCaller(HttpClient client)
{
    /// <summary>The address of a path and a query.</summary>
    public Uri Address(string path, params IEnumerable<(string Name, string Value)> query)
    {
        var address = client.BaseAddress!.AbsoluteUri.TrimEnd('/') + path;
        var more = string.Join('&', query.Select(
            one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}"));
        var mark = more.Length == 0 ? "" : path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        return new(address + mark + more);
    }

    public async Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri address, string? body, string contentType,
        IEnumerable<(string Name, string Value)> headers, CancellationToken token)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
    }
}
