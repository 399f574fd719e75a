using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sluice.Connectors.CustomCrm.Rest;
using Sluice.Connectors.Http;
using Sluice.Connectors.Rest;
using Sluice.Connectors.Rest.Reading;

namespace Sluice.Connectors.CustomCrm;

/// <summary>Registers the Custom CRM.</summary>
public static class CustomCrmRegistration
{
    private const string Client = "Customcrm";

    /// <summary>
    /// Adds the Custom CRM: an <see cref="IConnection"/>, an <see cref="IWriteConnection"/> and
    /// <see cref="CustomCrmOptions"/>, which are validated when the host starts.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="section">The settings, as a rule <c>Systems:Customcrm</c>.</param>
    public static IServiceCollection AddCustomCrm(this IServiceCollection services, IConfiguration section)
    {
        services.AddSystem<CustomCrmOptions>(section);
        services.AddSystemClient<CustomCrmOptions>(Client, options => options.BaseAddress)
            .AddHttpMessageHandler(
                provider => new BearerHandler(provider.GetRequiredService<IOptions<CustomCrmOptions>>().Value.Token!));
        services.AddSingleton<IConnection>(provider => new CustomCrmConnection(
            provider.GetRequiredService<Exchange<CustomCrmOptions>>(),
            provider.RestClient<ICustomCrmReads>(Client, CustomCrmJson.Default)));
        services.AddSingleton<IWriteConnection>(provider => new CustomCrmWriteConnection(
            provider.GetRequiredService<Exchange<CustomCrmOptions>>(),
            provider.RestClient<ICustomCrmWrites>(Client, CustomCrmJson.Default)));
        return services;
    }

    /// <summary>
    /// Adds the Custom CRM where settings say how it is reached, as <see cref="RestRegistration"/> has it.
    /// Customers and contacts keep their contracts.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="section">The settings, as a rule <c>Systems:Customcrm</c>.</param>
    /// <param name="named">The entities without a contract that documents name.</param>
    public static IServiceCollection AddCustomCrmByRest(
        this IServiceCollection services, IConfiguration section, IReadOnlyList<NamedEntity> named) =>
        services.AddRest(
            CustomCrmOptions.SystemName, section, [.. CustomCrmForms.All, .. named.Select(OpenForm.Of)]);
}
