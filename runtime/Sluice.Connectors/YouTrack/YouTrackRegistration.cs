using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sluice.Connectors.Http;
using Sluice.Connectors.YouTrack.Rest;

namespace Sluice.Connectors.YouTrack;

/// <summary>Registers YouTrack.</summary>
public static class YouTrackRegistration
{
    private const string Hub = "YouTrack Hub";
    private const string YouTrack = "YouTrack";

    /// <summary>
    /// Adds YouTrack and its Hub: an <see cref="IConnection"/>, an <see cref="IWriteConnection"/> and
    /// <see cref="YouTrackOptions"/>, which are validated when the host starts.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="section">The settings, as a rule <c>Systems:YouTrack</c>.</param>
    public static IServiceCollection AddYouTrack(this IServiceCollection services, IConfiguration section)
    {
        services.AddSystem<YouTrackOptions>(section);
        services.AddSystemClient<YouTrackOptions>(Hub, options => options.Hub).AddHttpMessageHandler(Signing);
        services.AddSystemClient<YouTrackOptions>(YouTrack, options => options.BaseAddress)
            .AddHttpMessageHandler(Signing);
        services.AddSingleton<IConnection>(provider => new YouTrackConnection(
            provider.GetRequiredService<Exchange<YouTrackOptions>>(),
            provider.RestClient<IHubReads>(Hub, YouTrackJson.Default),
            provider.RestClient<IYouTrackReads>(YouTrack, YouTrackJson.Default),
            provider.GetService<NamedPaths>() ?? NamedPaths.None));
        services.AddSingleton<IWriteConnection>(provider => new YouTrackWriteConnection(
            provider.GetRequiredService<Exchange<YouTrackOptions>>(),
            provider.RestClient<IHubWrites>(Hub, YouTrackJson.Default),
            provider.RestClient<IYouTrackWrites>(YouTrack, YouTrackJson.Default),
            provider.RestClient<IYouTrackReads>(YouTrack, YouTrackJson.Default),
            provider.GetService<NamedPaths>() ?? NamedPaths.None));
        return services;
    }

    private static BearerHandler Signing(IServiceProvider provider) =>
        new(provider.GetRequiredService<IOptions<YouTrackOptions>>().Value.Token!);
}
