using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Pipeline;

namespace Sluice.Host.Running;

/// <summary>A system that can be configured.</summary>
/// <param name="Name">Its name, as documents and settings have it.</param>
/// <param name="Add">Registers its connector.</param>
/// <param name="Policy">What its settings allow to be written; validates them.</param>
internal sealed record KnownSystem(
    string Name, Action<IServiceCollection, IConfigurationSection> Add, Func<IServiceProvider, SystemPolicy> Policy)
{
    /// <summary>Whether settings alone describe it, so that everything they name is worth a look.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>Whether it is asked who we are; where it is not, its address stands for the account.</summary>
    public Func<IServiceProvider, bool> AsksWhoWeAre { get; init; } = _ => true;
}
