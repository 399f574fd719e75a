using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sluice.Connectors;
using Sluice.Host.SigningIn;
using Sluice.Pipeline;

namespace Sluice.Host.Running;

/// <summary>The connectors of the configured systems, as services.</summary>
internal static class SystemServices
{
    public static ServiceProvider Build(
        IConfiguration settings, Action<ILoggingBuilder> log, out IReadOnlyList<KnownSystem> systems)
    {
        var services = new ServiceCollection();
        services.AddLogging(log);
        services.AddSingleton(TimeProvider.System);
        services.AddSignIns();
        services.AddSingleton(new NamedPaths(
            Flows.Catalogue.Pairings.Concat(Examples.Catalogue.Pairings).Select(pairing => pairing.Descriptor)));
        systems = Systems.Add(services, settings);
        return services.BuildServiceProvider();
    }

    /// <summary>Validates every system's settings and says what may be written where.</summary>
    /// <exception cref="HostException">A setting is missing or wrong; the message names all of them.</exception>
    public static IReadOnlyDictionary<string, SystemPolicy> Validate(
        IServiceProvider services, IReadOnlyList<KnownSystem> systems)
    {
        var policies = new Dictionary<string, SystemPolicy>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var system in systems)
        {
            try
            {
                policies[system.Name] = system.Policy(services);
            }
            catch (OptionsValidationException invalid)
            {
                problems.AddRange(invalid.Failures);
            }
        }

        return problems.Count == 0
            ? policies
            : throw new HostException(
                string.Join("\n       ", problems), "Correct the settings named; nothing was read or written.");
    }
}
