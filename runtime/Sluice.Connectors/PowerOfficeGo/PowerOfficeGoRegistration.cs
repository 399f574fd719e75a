using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sluice.Connectors.Http;
using Sluice.Connectors.PowerOfficeGo.Rest;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>Registers PowerOffice Go.</summary>
public static class PowerOfficeGoRegistration
{
    private const string Client = "Powerofficego";
    private const string Tokens = "Powerofficego tokens";

    /// <summary>
    /// Adds PowerOffice Go: an <see cref="IConnection"/>, an <see cref="IWriteConnection"/> and
    /// <see cref="PowerOfficeGoOptions"/>, which are validated when the host starts.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="section">The settings, as a rule <c>Systems:Powerofficego</c>.</param>
    public static IServiceCollection AddPowerOfficeGo(this IServiceCollection services, IConfiguration section)
    {
        services.AddSystem<PowerOfficeGoOptions>(section);
        services.AddSystemClient<PowerOfficeGoOptions>(Tokens, options => options.TokenAddress);
        services.AddSingleton(provider => new AccessTokens(
            provider.GetRequiredService<IOptions<PowerOfficeGoOptions>>().Value,
            TokenRequest(provider.GetRequiredService<IOptions<PowerOfficeGoOptions>>().Value),
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Tokens),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSystemClient<PowerOfficeGoOptions>(Client, options => options.BaseAddress)
            .AddHttpMessageHandler(provider => new SigningHandler(
                provider.GetRequiredService<IOptions<PowerOfficeGoOptions>>().Value,
                provider.GetRequiredService<AccessTokens>()));
        services.AddSingleton<IConnection>(provider => new PowerOfficeGoConnection(
            provider.GetRequiredService<Exchange<PowerOfficeGoOptions>>(),
            provider.RestClient<IPowerOfficeGoReads>(Client, PowerOfficeGoJson.Default),
            provider.GetService<NamedPaths>() ?? NamedPaths.None));
        services.AddSingleton<IWriteConnection>(provider => new PowerOfficeGoWriteConnection(
            provider.GetRequiredService<Exchange<PowerOfficeGoOptions>>(),
            provider.RestClient<IPowerOfficeGoWrites>(Client, PowerOfficeGoJson.Default),
            provider.RestClient<IPowerOfficeGoReads>(Client, PowerOfficeGoJson.Default),
            provider.GetService<NamedPaths>() ?? NamedPaths.None));
        return services;
    }

    private static Func<HttpRequestMessage> TokenRequest(PowerOfficeGoOptions options) => () =>
    {
        var keys = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ApplicationKey}:{options.ClientKey}"));
        var request = new HttpRequestMessage(HttpMethod.Post, options.TokenAddress)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = new("Basic", keys);
        request.Headers.Add(SigningHandler.SubscriptionHeader, options.SubscriptionKey);
        return request;
    };
}
