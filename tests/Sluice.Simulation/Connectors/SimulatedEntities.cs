using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;

namespace Sluice.Simulation;

/// <summary>The entities of the three systems.</summary>
internal static class SimulatedEntities
{
    public static Entity<AcmePerson> Acme { get; } = Of("Acme", "People", SimulatedJson.Default.AcmePerson);

    public static Entity<BetaPerson> Beta { get; } = Of("Beta", "Persons", SimulatedJson.Default.BetaPerson);

    public static Entity<GammaPerson> Gamma { get; } = Of("Gamma", "Members", SimulatedJson.Default.GammaPerson);

    public static Entity<AcmeTeam> AcmeTeams { get; } = Of("Acme", "Teams", SimulatedJson.Default.AcmeTeam);

    public static Entity<BetaTeam> BetaTeams { get; } = Of("Beta", "Groups", SimulatedJson.Default.BetaTeam);

    public static Entity<GammaTeam> GammaTeams { get; } = Of("Gamma", "Crews", SimulatedJson.Default.GammaTeam);

    private static Entity<T> Of<T>(string system, string entity, JsonTypeInfo<T> type)
        where T : class, IParty =>
        new(new(system, entity), type, party => party.Id, "id") { Modified = party => party.Modified };
}
