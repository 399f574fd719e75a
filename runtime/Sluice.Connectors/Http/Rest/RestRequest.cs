namespace Sluice.Http.Rest;

/// <summary>One request, as a generated client builds it. Nothing happens before it is sent.</summary>
/// <param name="method">The verb.</param>
/// <param name="path">The path under the base address, its values escaped.</param>
internal sealed class RestRequest(HttpMethod method, string path)
{
    private readonly RestQuery _query = new();
    private readonly List<KeyValuePair<string, string?>> _headers = [];
    private Func<SystemTextJsonContentSerializer, HttpContent>? _body;

    /// <summary>Adds a query parameter; null leaves it out.</summary>
    public RestRequest Query(string name, string? value)
    {
        _query.Add(name, value);
        return this;
    }

    /// <inheritdoc cref="Query(string, string?)"/>
    public RestRequest Query<T>(string name, T value, string? format = null)
        where T : struct, IFormattable => Query(name, RestText.Of(value, format));

    /// <inheritdoc cref="Query(string, string?)"/>
    public RestRequest Query<T>(string name, T? value, string? format = null)
        where T : struct, IFormattable => Query(name, value is { } some ? RestText.Of(some, format) : null);

    /// <summary>Adds a list; null leaves it out.</summary>
    public RestRequest Query(string name, IEnumerable<string?>? values, CollectionFormat collection)
    {
        _query.Add(name, values, collection);
        return this;
    }

    /// <inheritdoc cref="Query(string, IEnumerable{string?}?, CollectionFormat)"/>
    public RestRequest Query<T>(string name, IEnumerable<T>? values, CollectionFormat collection, string? format = null)
        where T : struct, IFormattable => Query(name, values?.Select(value => RestText.Of(value, format)), collection);

    /// <summary>Sets a header, in place of what stood there; null takes it away.</summary>
    public RestRequest Header(string name, string? value)
    {
        _headers.Add(new(name, value));
        return this;
    }

    /// <summary>Sends a value as JSON.</summary>
    public RestRequest Body<T>(T value)
    {
        _body = serializer => serializer.ToContent(value);
        return this;
    }

    /// <summary>Sends text as it is; null as JSON.</summary>
    public RestRequest Body(string? text)
    {
        _body = serializer => text is null ? serializer.ToContent(text) : new StringContent(text);
        return this;
    }

    /// <summary>Sends bytes as they are; null as JSON.</summary>
    public RestRequest Body(Stream? stream)
    {
        _body = serializer => stream is null ? serializer.ToContent(stream) : new StreamContent(stream);
        return this;
    }

    /// <summary>Sends content as it is; null as JSON.</summary>
    public RestRequest Body(HttpContent? content)
    {
        _body = serializer => content ?? serializer.ToContent(content);
        return this;
    }

    /// <summary>Sends the request and reads the answer's body.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public async Task<IApiResponse<T>> ReadAsync<T>(HttpClient client, RefitSettings settings, CancellationToken token)
    {
        using var response = await SendAsync(client, settings, token);
        if (!response.IsSuccessStatusCode)
            return new ApiResponse<T>(response, default, await ApiException.OfStatusAsync(response, token));

        try
        {
            var content = await settings.ContentSerializer.FromContentAsync<T>(response.Content, token);
            return new ApiResponse<T>(response, content, null);
        }
        // Whatever goes wrong with a body is the answer's error: nothing is thrown once a status has come.
#pragma warning disable CA1031
        catch (Exception cause)
#pragma warning restore CA1031
        {
            return new ApiResponse<T>(response, default, ApiException.OfBody(response, cause));
        }
    }

    /// <summary>Sends the request and leaves the answer's body unread, unless it explains an error.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public async Task<IApiResponse> AskAsync(HttpClient client, RefitSettings settings, CancellationToken token)
    {
        var response = await SendAsync(client, settings, token);
        return new ApiResponse<HttpContent>(
            response,
            response.IsSuccessStatusCode ? response.Content : null,
            response.IsSuccessStatusCode ? null : await ApiException.OfStatusAsync(response, token));
    }

    /// <summary>Sends the request. The caller owns the answer.</summary>
    /// <exception cref="InvalidOperationException">The client has no base address.</exception>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpClient client, RefitSettings settings, CancellationToken token)
    {
        var basePath = client.BaseAddress?.AbsolutePath
            ?? throw new InvalidOperationException("BaseAddress must be set on the HttpClient instance");
        using var request = new HttpRequestMessage(method, _query.On(basePath, path));
        request.Content = _body?.Invoke(settings.ContentSerializer);
        RestHeaders.Set(request, _headers);
        if (_body is not null)
            await request.Content!.LoadIntoBufferAsync(token);

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
    }
}
