using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sluice.Connectors;
using Sluice.Connectors.CustomCrm;
using Sluice.Connectors.Keap;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.Rest;
using Sluice.Connectors.YouTrack;

namespace Sluice.Host.Running;

/// <summary>The systems this host can reach: one line each.</summary>
internal static class Systems
{
    private static readonly IReadOnlyList<KnownSystem> Known =
    [
        new("YouTrack", (services, section) => services.AddYouTrack(section), Options<YouTrackOptions>),
        new("Keap", (services, section) => services.AddKeap(section), Options<KeapOptions>),
        new("Powerofficego", (services, section) => services.AddPowerOfficeGo(section), Options<PowerOfficeGoOptions>),
        new("Customcrm", (services, section) => services.AddCustomCrm(section), Options<CustomCrmOptions>),
    ];

    /// <exception cref="HostException">There is no such system.</exception>
    public static KnownSystem Find(string name) =>
        Known.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new HostException(
            $"'{name}' is no system that this host knows.",
            $"It knows {string.Join(", ", Known.Select(known => known.Name))}.");

    /// <summary>Adds the systems that the settings have a section for.</summary>
    public static IReadOnlyList<KnownSystem> Add(IServiceCollection services, IConfiguration settings)
    {
        var added = new List<KnownSystem>();
        foreach (var section in settings.GetSection("Systems").GetChildren())
        {
            var known = Known.FirstOrDefault(
                known => string.Equals(known.Name, section.Key, StringComparison.OrdinalIgnoreCase));
            var system = section[RestOptions.ConnectorSetting] is { } connector
                ? RestSystems.Of(section, connector, known)
                : known ?? throw new HostException(
                    $"Systems:{section.Key} is no system that this host knows.",
                    $"It knows {string.Join(", ", Known.Select(known => known.Name))}. Any other is reached as its "
                    + $"settings say, with \"{RestOptions.ConnectorSetting}\": \"{RestOptions.ConnectorName}\"; "
                    + "spec/settings.md has them.");
            system.Add(services, section);
            added.Add(system);
        }

        return added.Count > 0
            ? added
            : throw new HostException(
                "The settings name no system.",
                "`sluice sandbox --write-settings FILE` writes settings to play with; appsettings.example.json shows "
                + "real ones.");
    }

    private static TOptions Options<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceProvider services)
        where TOptions : class => services.GetRequiredService<IOptions<TOptions>>().Value;
}
