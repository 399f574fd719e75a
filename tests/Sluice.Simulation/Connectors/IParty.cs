namespace Sluice.Simulation;

/// <summary>What the contracts of all three systems have in common.</summary>
public interface IParty
{
    /// <summary>The id.</summary>
    string Id { get; }

    /// <summary>The telephone.</summary>
    string? Phone { get; }

    /// <summary>When it was last changed, by the system's own clock.</summary>
    DateTimeOffset? Modified { get; }
}
