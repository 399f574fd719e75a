using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>A create that may have been carried out in the time that a restored store has lost.</summary>
/// <param name="Turn">The pairing.</param>
/// <param name="Decision">What would be created.</param>
/// <param name="Body">What would be sent.</param>
internal sealed record LostCreate(PairingTurn Turn, CreateDecision Decision, JsonElement Body)
{
    /// <summary>Where it would be created.</summary>
    public EntityName Entity => Turn.Descriptor[Decision.Target].Name;

    /// <summary>The physical record that it would be created for.</summary>
    public RecordId Origin => Decision.Origin.Identity;
}
