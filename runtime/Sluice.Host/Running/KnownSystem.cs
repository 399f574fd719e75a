using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Connectors;
using Sluice.Connectors.Rest;
using Sluice.Connectors.YouTrack;
using Sluice.Pipeline;

namespace Sluice.Host.Running;

/// <summary>A system that can be configured.</summary>
/// <param name="Name">Its name, as documents and settings have it.</param>
/// <param name="Add">Registers its connector.</param>
/// <param name="Options">Its settings; validates them.</param>
internal sealed record KnownSystem(
    string Name, Action<IServiceCollection, IConfigurationSection> Add, Func<IServiceProvider, SystemOptions> Options)
{
    /// <summary>Whether settings alone describe it, so that everything they name is worth a look.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>Whether it is asked who we are; where it is not, its address stands for the account.</summary>
    public bool AsksWhoWeAre(IServiceProvider services) => Options(services) is not RestOptions { AsksWhoWeAre: false };

    /// <summary>What its settings allow to be written.</summary>
    public SystemPolicy Policy(IServiceProvider services)
    {
        var options = Options(services);
        return new(options.ReadOnly, options is YouTrackOptions { AllowCredentialWrites: true })
        {
            SettleBound = options.SettleBound,
            CursorOverlap = options.CursorOverlap,
        };
    }
}
