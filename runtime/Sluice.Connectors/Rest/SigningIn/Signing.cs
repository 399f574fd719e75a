using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sluice.Connectors.Grants;
using Sluice.Connectors.Http;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.SigningIn;

/// <summary>Signs the calls to one system, in the way that its settings name.</summary>
internal static class Signing
{
    /// <summary>Adds what signs to a system's client. What needs a token has a client for that.</summary>
    /// <param name="client">The client that is signed.</param>
    /// <param name="system">The system.</param>
    public static void Add(IHttpClientBuilder client, string system)
    {
        var (services, tokens) = (client.Services, $"{system} tokens");
        services.AddSystemClient(
            tokens, provider => Options(provider, system), options => options.Authentication.TokenAddress);
        services.AddKeyedSingleton(system, (provider, _) => new AccessTokens(
            Options(provider, system), () => TokenRequest(Options(provider, system).Authentication),
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(tokens),
            provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton(system, (provider, _) =>
        {
            var options = Options(provider, system);
            return ApplicationSignIn.Of(provider, options, options.Grant, tokens);
        });
        client.AddHttpMessageHandler(provider => new HeaderHandler([.. Headers(Options(provider, system))]));
        client.AddHttpMessageHandler(provider => Handler(provider, system));
    }

    private static DelegatingHandler Handler(IServiceProvider provider, string system)
    {
        var sign = Options(provider, system).Authentication;
        return sign.Kind switch
        {
            AuthenticationKind.Bearer => new BearerHandler(sign.Token!),
            AuthenticationKind.Basic => new HeaderHandler(
                [("Authorization", $"Basic {AuthenticationOptions.Basic(sign.User, sign.Password)}")]),
            AuthenticationKind.ClientCredentials =>
                new TokenHandler(provider.GetRequiredKeyedService<AccessTokens>(system).GetAsync),
            AuthenticationKind.Application =>
                new TokenHandler(provider.GetRequiredKeyedService<ApplicationSignIn>(system).Keeper.GetAsync),
            _ => new HeaderHandler([]),
        };
    }

    private static IEnumerable<(string, string)> Headers(RestOptions options)
    {
        foreach (var (name, value) in options.Headers)
            yield return (name, value);
        if (options.Authentication.Key is { } key)
            yield return (options.Authentication.Header, key);
    }

    // The application goes in a header, as RFC 6749 (2.3.1) wants every server to take it; some take the form only.
    private static HttpRequestMessage TokenRequest(AuthenticationOptions sign)
    {
        List<KeyValuePair<string, string>> form = [new("grant_type", "client_credentials")];
        if (sign.ClientIn == ClientPlace.Form)
            form.AddRange([new("client_id", sign.ClientId!), new("client_secret", sign.ClientSecret!)]);
        if (sign.Scope is { } scope)
            form.Add(new("scope", scope));
        var request = new HttpRequestMessage(HttpMethod.Post, sign.TokenAddress)
        {
            Content = new FormUrlEncodedContent(form),
        };
        if (sign.ClientIn != ClientPlace.Form)
            request.Headers.Authorization = new("Basic", AuthenticationOptions.Basic(sign.ClientId, sign.ClientSecret));
        if (sign.Key is { } key)
            request.Headers.TryAddWithoutValidation(sign.Header, key);
        return request;
    }

    private static RestOptions Options(IServiceProvider provider, string system) =>
        provider.GetRequiredService<IOptionsMonitor<RestOptions>>().Get(system);
}
