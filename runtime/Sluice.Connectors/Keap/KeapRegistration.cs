using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sluice.Connectors.Grants;
using Sluice.Connectors.Http;
using Sluice.Connectors.Keap.Rest;

namespace Sluice.Connectors.Keap;

/// <summary>Registers Keap.</summary>
public static class KeapRegistration
{
    private const string Client = "Keap";
    private const string Tokens = "Keap tokens";

    /// <summary>
    /// Adds Keap: an <see cref="IConnection"/>, an <see cref="IWriteConnection"/> and <see cref="KeapOptions"/>, which
    /// are validated when the host starts. With <see cref="KeapOptions.ClientId"/> an <see cref="ISignInStore"/> must
    /// be registered, as a rule <see cref="SealedSignIns"/>, and there is an <see cref="IAuthorization"/>.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="section">The settings, as a rule <c>Systems:Keap</c>.</param>
    public static IServiceCollection AddKeap(this IServiceCollection services, IConfiguration section)
    {
        services.AddSystem<KeapOptions>(section);
        services.AddSystemClient<KeapOptions>(Client, options => options.BaseAddress)
            .AddHttpMessageHandler(Signing);
        services.AddSystemClient<KeapOptions>(Tokens, options => options.TokenAddress);
        services.AddKeyedSingleton(Client, (provider, _) =>
        {
            var options = provider.GetRequiredService<IOptions<KeapOptions>>().Value;
            return ApplicationSignIn.Of(provider, options, options.Grant, Tokens);
        });
        if (section[nameof(KeapOptions.ClientId)] is not null)
            services.AddSingleton<IAuthorization>(
                provider => provider.GetRequiredKeyedService<ApplicationSignIn>(Client).Authorization);
        services.AddSingleton<IConnection>(provider => new KeapConnection(
            provider.GetRequiredService<Exchange<KeapOptions>>(),
            provider.RestClient<IKeapReads>(Client, KeapJson.Default),
            provider.GetService<NamedPaths>() ?? NamedPaths.None));
        services.AddSingleton<IWriteConnection>(provider => new KeapWriteConnection(
            provider.GetRequiredService<Exchange<KeapOptions>>(),
            provider.RestClient<IKeapWrites>(Client, KeapJson.Default),
            provider.RestClient<IKeapReads>(Client, KeapJson.Default),
            provider.GetService<NamedPaths>() ?? NamedPaths.None));
        return services;
    }

    private static DelegatingHandler Signing(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<KeapOptions>>().Value;
        return options.IsApplication
            ? new TokenHandler(provider.GetRequiredKeyedService<ApplicationSignIn>(Client).Keeper.GetAsync)
            : new BearerHandler(options.Token!);
    }
}
