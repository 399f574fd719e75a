using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sluice.Connectors.CustomCrm;
using Sluice.Connectors.Rest;

namespace Sluice.Host.Running;

/// <summary>Systems that settings alone describe.</summary>
internal static class RestSystems
{
    private const string CustomCrm = "Customcrm";

    /// <param name="section">The settings.</param>
    /// <param name="connector">The connector that they name.</param>
    /// <param name="known">The system of this name that has a connector of its own; null where there is none.</param>
    /// <exception cref="HostException">There is no such connector, or the system has one of its own.</exception>
    public static KnownSystem Of(IConfigurationSection section, string connector, KnownSystem? known)
    {
        if (!string.Equals(connector.Trim(), RestOptions.ConnectorName, StringComparison.OrdinalIgnoreCase))
            throw new HostException(
                $"{section.Path}:{RestOptions.ConnectorSetting} is '{connector}', which is no connector that is named.",
                $"Give {RestOptions.ConnectorName}, for a system that settings describe, or take it out"
                + (known is null ? "." : $": {known.Name} has a connector of its own."));
        if (known is not null && known.Name != CustomCrm)
            throw new HostException(
                $"{section.Path}:{RestOptions.ConnectorSetting} is given, and {known.Name} has a connector of its own.",
                "Take it out; spec/settings.md has the settings of that connector.");

        var name = known?.Name ?? NamedEntities.SystemName(section.Key) ?? section.Key;
        var named = NamedEntities.Of(name);
        return new(
            name,
            (services, settings) => _ = known is null
                ? services.AddRest(name, settings, named)
                : services.AddCustomCrmByRest(settings, named),
            Options)
        {
            IsDescribed = true,
        };

        RestOptions Options(IServiceProvider services) =>
            services.GetRequiredService<IOptionsMonitor<RestOptions>>().Get(name);
    }
}
