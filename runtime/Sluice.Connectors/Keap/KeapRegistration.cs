using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sluice.Connectors.Http;
using Sluice.Connectors.Keap.Rest;

namespace Sluice.Connectors.Keap;

/// <summary>Registers Keap.</summary>
public static class KeapRegistration
{
    private const string Client = "Keap";

    /// <summary>
    /// Adds Keap: an <see cref="IConnection"/>, an <see cref="IWriteConnection"/> and <see cref="KeapOptions"/>, which
    /// are validated when the host starts.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="section">The settings, as a rule <c>Systems:Keap</c>.</param>
    public static IServiceCollection AddKeap(this IServiceCollection services, IConfiguration section)
    {
        services.AddSystem<KeapOptions>(section);
        services.AddSystemClient<KeapOptions>(Client, options => options.BaseAddress)
            .AddHttpMessageHandler(
                provider => new BearerHandler(provider.GetRequiredService<IOptions<KeapOptions>>().Value.Token!));
        services.AddSingleton<IConnection>(provider => new KeapConnection(
            provider.GetRequiredService<Exchange<KeapOptions>>(),
            provider.RestClient<IKeapReads>(Client, KeapJson.Default)));
        services.AddSingleton<IWriteConnection>(provider => new KeapWriteConnection(
            provider.GetRequiredService<Exchange<KeapOptions>>(),
            provider.RestClient<IKeapWrites>(Client, KeapJson.Default)));
        return services;
    }
}
