using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Refit;

/// <summary>A request as the attributes of a method describe it.</summary>
internal static class RestRequest
{
    private static readonly Dictionary<CollectionFormat, string> Separators = new()
    {
        [CollectionFormat.Ssv] = " ",
        [CollectionFormat.Tsv] = "\t",
        [CollectionFormat.Pipes] = "|",
    };

    public static HttpRequestMessage Of(Uri address, RefitSettings settings, MethodInfo method, object?[] arguments)
    {
        var verb = method.GetCustomAttribute<HttpMethodAttribute>()!;
        var path = verb.Path;
        var query = new List<string>();
        var headers = Static(method.DeclaringType!).Concat(Static(method)).ToList();
        var request = new HttpRequestMessage { Method = verb.Method };
        foreach (var (parameter, value) in method.GetParameters().Zip(arguments))
        {
            var name = parameter.GetCustomAttribute<AliasAsAttribute>()?.Name ?? parameter.Name!;
            var format = parameter.GetCustomAttribute<QueryAttribute>();
            if (value is CancellationToken)
                continue;
            if (path.Contains($"{{{name}}}", StringComparison.OrdinalIgnoreCase))
                path = path.Replace(
                    $"{{{name}}}", Uri.EscapeDataString(Text(value, null) ?? ""), StringComparison.OrdinalIgnoreCase);
            else if (parameter.GetCustomAttribute<BodyAttribute>() is not null)
                request.Content = Body(settings, value);
            else if (parameter.GetCustomAttribute<HeaderAttribute>() is { } header)
                headers.Add((header.Header, value?.ToString()));
            else if (value is string or not IEnumerable)
                Add(query, name, Text(value, format));
            else if (format?.CollectionFormat == CollectionFormat.Multi)
                foreach (var one in (IEnumerable)value)
                    Add(query, name, Text(one, format));
            else
                Add(query, name, string.Join(
                    Separators.GetValueOrDefault(format?.CollectionFormat ?? default, ","),
                    ((IEnumerable)value).Cast<object?>().Select(one => Text(one, format))));
        }

        SetHeaders(request, headers);
        var target = new UriBuilder(new Uri(new Uri("http://here"), address.AbsolutePath.TrimEnd('/') + path))
        {
            Query = string.Join('&', query),
        };
        request.RequestUri = new(target.Uri.PathAndQuery, UriKind.Relative);
        return request;
    }

    private static IEnumerable<(string Name, string? Value)> Static(MemberInfo member) =>
        from header in member.GetCustomAttribute<HeadersAttribute>()?.Headers ?? []
        let colon = header.IndexOf(':', StringComparison.Ordinal)
        select colon < 0 ? (header.Trim(), null) : (header[..colon].Trim(), header[(colon + 1)..].Trim());

    // What is said later takes the place of what stood there, and the place in the order.
    private static void SetHeaders(HttpRequestMessage request, List<(string Name, string? Value)> headers)
    {
        if (headers.Count > 0 && request.Method != HttpMethod.Get)
            request.Content ??= new ByteArrayContent([]);

        foreach (var name in headers.Select(header => header.Name).Distinct())
        {
            var value = headers.Last(header => header.Name == name).Value?.ReplaceLineEndings("");
            if (request.Content?.Headers.NonValidated.Contains(name) == true)
                request.Content.Headers.Remove(name);
            if (value is not null && !request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static HttpContent Body(RefitSettings settings, object? value) => value switch
    {
        HttpContent content => content,
        Stream stream => new StreamContent(stream),
        string text => new StringContent(text),
        _ => settings.ContentSerializer.ToHttpContent(value),
    };

    private static string? Text(object? value, QueryAttribute? query) => value is null
        ? null
        : string.Format(CultureInfo.InvariantCulture, query?.Format is { } format ? $"{{0:{format}}}" : "{0}", value);

    private static void Add(List<string> query, string name, string? value)
    {
        if (value is not null)
            query.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
    }
}
