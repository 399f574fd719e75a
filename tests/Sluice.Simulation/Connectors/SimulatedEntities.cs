using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;

namespace Sluice.Simulation;

/// <summary>The entities of the three systems.</summary>
internal static class SimulatedEntities
{
    public static Entity<AcmePerson> Acme { get; } = Of("Acme", "People", SimulatedJson.Default.AcmePerson);

    public static Entity<BetaPerson> Beta { get; } = Of("Beta", "Persons", SimulatedJson.Default.BetaPerson);

    public static Entity<GammaPerson> Gamma { get; } = Of("Gamma", "Members", SimulatedJson.Default.GammaPerson);

    private static Entity<T> Of<T>(string system, string entity, JsonTypeInfo<T> type)
        where T : class, IPerson =>
        new(new(system, entity), type, person => person.Id, "id") { Modified = person => person.Modified };
}
