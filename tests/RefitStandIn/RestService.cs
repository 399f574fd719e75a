using System.Reflection;

namespace Refit;

public static class RestService
{
    public static T For<T>(HttpClient client, RefitSettings? settings)
    {
        if (!typeof(T).GetMethods().Any(method => method.GetCustomAttribute<HttpMethodAttribute>() is not null))
            throw new InvalidOperationException($"{typeof(T).Name} has no method with an HTTP attribute.");

        var proxy = DispatchProxy.Create(typeof(T), typeof(RestProxy));
        ((RestProxy)proxy).Calls = new(client, settings ?? throw new ArgumentNullException(nameof(settings)));
        return (T)proxy;
    }
}

/// <summary>Every call of an interface arrives here.</summary>
public class RestProxy : DispatchProxy
{
    internal RestCalls? Calls { get; set; }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = targetMethod!.ReturnType.GetGenericArguments()[0];
        if (answer == typeof(HttpResponseMessage))
            return Calls!.SendAsync(targetMethod, args!);
        if (answer == typeof(IApiResponse))
            return Calls!.AskAsync(targetMethod, args!);

        return typeof(RestCalls).GetMethod(nameof(RestCalls.ReadAsync))!
            .MakeGenericMethod(answer.GetGenericArguments()).Invoke(Calls, [targetMethod, args]);
    }
}

internal sealed class RestCalls(HttpClient client, RefitSettings settings)
{
    public async Task<HttpResponseMessage> SendAsync(MethodInfo method, object?[] arguments)
    {
        var request = RestRequest.Of(
            client.BaseAddress ?? throw new InvalidOperationException("There is no base address."), settings, method,
            arguments);
        if (request.Content is { } body)
            await body.LoadIntoBufferAsync();

        return await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, arguments.OfType<CancellationToken>().Single());
    }

    public async Task<IApiResponse> AskAsync(MethodInfo method, object?[] arguments)
    {
        var response = await SendAsync(method, arguments);
        return new ApiResponse<HttpContent>(response, response.Content, await RefusalAsync(response));
    }

    public async Task<IApiResponse<T>> ReadAsync<T>(MethodInfo method, object?[] arguments)
    {
        using var response = await SendAsync(method, arguments);
        if (await RefusalAsync(response) is { } refusal)
            return new ApiResponse<T>(response, default, refusal);

        try
        {
            var token = arguments.OfType<CancellationToken>().Single();
            var body = response.Content;
            var content = typeof(T) == typeof(string)
                ? (T)(object)await new StreamReader(await body.ReadAsStreamAsync(token)).ReadToEndAsync(token)
                : await settings.ContentSerializer.FromHttpContentAsync<T>(body, token);
            return new ApiResponse<T>(response, content, null);
        }
        catch (Exception cause)
        {
            return new ApiResponse<T>(response, default, new(response, null, cause));
        }
    }

    private static async Task<ApiException?> RefusalAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return null;

        try
        {
            return new(response, await response.Content.ReadAsStringAsync(), null);
        }
        catch (HttpRequestException)
        {
            return new(response, null, null);
        }
    }
}
