namespace Sluice.Http.Rest;

/// <summary>Puts headers where they belong: on the request, else on its content.</summary>
internal static class RestHeaders
{
    /// <summary>Sets headers in order; each takes the place of what stood there, and null only takes away.</summary>
    public static void Set(HttpRequestMessage request, IReadOnlyList<KeyValuePair<string, string?>> headers)
    {
        if (headers.Count == 0)
            return;

        // Headers such as Content-Type need a content to stand on, where the verb can have one.
        if (request.Method != HttpMethod.Get)
            request.Content ??= new ByteArrayContent([]);

        foreach (var (name, value) in headers)
            Set(request, name, value);
    }

    private static void Set(HttpRequestMessage request, string name, string? value)
    {
        // Names are compared, not looked up: a look-up throws for a content header on a request.
        if (request.Headers.Any(header => header.Key == name))
            request.Headers.Remove(name);

        if (request.Content?.Headers.Any(header => header.Key == name) == true)
            request.Content.Headers.Remove(name);

        if (value is null)
            return;

        if (!request.Headers.TryAddWithoutValidation(OneLine(name), OneLine(value)))
            request.Content?.Headers.TryAddWithoutValidation(OneLine(name), OneLine(value));
    }

    // A line break in a value would begin another header.
    private static string OneLine(string text) =>
        text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
