using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Sluice.Connectors.Http;

namespace Sluice.Connectors;

/// <summary>What the registrations of all systems have in common.</summary>
internal static class SystemRegistration
{
    public static IServiceCollection AddSystem<TOptions>(this IServiceCollection services, IConfiguration section)
        where TOptions : SystemOptions, new()
    {
        ArgumentNullException.ThrowIfNull(section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<TOptions>()
            .Configure(options => options.Read(new(
                section, (section as IConfigurationSection)?.Path ?? options.Section, options.Unreadable)))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, SystemOptionsValidator<TOptions>>();
        services.AddSingleton(provider => new Exchange<TOptions>(
            provider.GetRequiredService<IOptions<TOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>
    /// A named client. It has no deadline of its own: that of <see cref="Exchange"/> covers the answer's body too.
    /// </summary>
    public static IHttpClientBuilder AddSystemClient<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services, string name, Func<TOptions, Uri?> address)
        where TOptions : SystemOptions =>
        services.AddSystemClient(
            name, provider => provider.GetRequiredService<IOptions<TOptions>>().Value, address);

    /// <inheritdoc cref="AddSystemClient{TOptions}(IServiceCollection, string, Func{TOptions, Uri})"/>
    public static IHttpClientBuilder AddSystemClient<TOptions>(
        this IServiceCollection services, string name, Func<IServiceProvider, TOptions> options,
        Func<TOptions, Uri?> address)
        where TOptions : SystemOptions =>
        services.AddHttpClient(name)
            .ConfigureHttpClient((provider, client) =>
            {
                var system = options(provider);
                client.BaseAddress = address(system);
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
                client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent.Text(system.Contact));
            })
            .ConfigurePrimaryHttpMessageHandler(SocketHandler.Create)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

    /// <summary>A generated client over a named one.</summary>
    public static T RestClient<T>(this IServiceProvider provider, string name, JsonSerializerContext context)
        where T : class =>
        Sluice.Http.RestClients.Create<T>(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(name), context);
}
