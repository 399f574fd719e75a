using System.Text.Json.Serialization;

namespace Sluice.Simulation;

/// <summary>Somebody in Gamma.</summary>
[Entity("Gamma", "Members")]
public sealed record GammaPerson : IParty
{
    /// <summary>The id.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    [OptionalOnCreate, Canonical(Canonical.Email), JsonPropertyName("email")] public string? Email { get; init; }

    /// <summary>The telephone.</summary>
    [OptionalOnCreate, Canonical(Canonical.Phone), JsonPropertyName("phone")] public string? Phone { get; init; }

    /// <summary>The key of the team.</summary>
    [OptionalOnCreate, Reference("Gamma", "Crews"), JsonPropertyName("team")] public string? Team { get; init; }

    /// <summary>When it was last changed, by the system's own clock.</summary>
    [ReadOnly, Modified, JsonPropertyName("modified")] public DateTimeOffset? Modified { get; init; }
}
