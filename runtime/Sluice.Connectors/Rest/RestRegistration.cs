using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Sluice.Connectors.Grants;
using Sluice.Connectors.Rest.Reading;
using Sluice.Connectors.Rest.Settings;
using Sluice.Connectors.Rest.SigningIn;

namespace Sluice.Connectors.Rest;

/// <summary>Registers systems that settings alone describe.</summary>
public static class RestRegistration
{
    /// <summary>
    /// Adds a system: an <see cref="IConnection"/>, an <see cref="IWriteConnection"/> and <see cref="RestOptions"/> of
    /// its name, which are validated when the host starts. Where it is signed in to as an application, an
    /// <see cref="ISignInStore"/> must be registered, and there is an <see cref="IAuthorization"/>.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="system">The system's name, as documents have it.</param>
    /// <param name="section">The settings, as a rule <c>Systems:</c> and the name.</param>
    /// <param name="named">The entities that documents name.</param>
    public static IServiceCollection AddRest(
        this IServiceCollection services, string system, IConfiguration section, IReadOnlyList<NamedEntity> named) =>
        services.AddRest(system, section, [.. named.Select(OpenForm.Of)]);

    /// <summary>The same, where some entities have contracts.</summary>
    internal static IServiceCollection AddRest(
        this IServiceCollection services, string system, IConfiguration section, IReadOnlyList<RestForm> forms)
    {
        ArgumentNullException.ThrowIfNull(section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<RestOptions>(system)
            .Configure(options =>
            {
                options.IsOf(system);
                options.Read(new(
                    section, (section as IConfigurationSection)?.Path ?? options.Section, options.Unreadable));
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<RestOptions>>(new RestOptionsValidator(system, forms));
        Signing.Add(
            services.AddSystemClient(system, provider => Options(provider, system), options => options.BaseAddress),
            system);
        services.AddKeyedSingleton(system, (provider, _) => new RestSystem(
            Options(provider, system),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(system)));
        services.AddSingleton<IConnection>(
            provider => new RestConnection(provider.GetRequiredKeyedService<RestSystem>(system), forms));
        services.AddSingleton<IWriteConnection>(
            provider => new RestWriteConnection(provider.GetRequiredKeyedService<RestSystem>(system), forms));
        if (IsApplication(section))
            services.AddSingleton<IAuthorization>(
                provider => provider.GetRequiredKeyedService<ApplicationSignIn>(system).Authorization);
        return services;
    }

    private static bool IsApplication(IConfiguration section) => string.Equals(
        section[$"{nameof(RestOptions.Authentication)}:{nameof(AuthenticationOptions.Kind)}"]?.Trim(),
        nameof(AuthenticationKind.Application), StringComparison.OrdinalIgnoreCase);

    private static RestOptions Options(IServiceProvider provider, string system) =>
        provider.GetRequiredService<IOptionsMonitor<RestOptions>>().Get(system);
}
