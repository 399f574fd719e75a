using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.CustomCrm;

/// <summary>A person at a customer. No document names its properties; these are the ones such systems have.</summary>
/// <remarks>A missing property is taken as unknown.</remarks>
[Entity("Customcrm", "Contact")]
public sealed record Contact
{
    /// <summary>The id: opaque text, or a number, which is taken by its digits.</summary>
    [Key, ReadOnly, JsonPropertyName("Id"), JsonConverter(typeof(OpaqueKeyConverter))]
    public string Id { get; init; } = "";

    /// <summary>The customer the person belongs to.</summary>
    [Reference("Customcrm", "Customer"), JsonPropertyName("CustomerId"), JsonConverter(typeof(OpaqueKeyConverter))]
    public string? CustomerId { get; init; }

    /// <summary>The given name.</summary>
    [OptionalOnCreate, Canonical(Canonical.Name), JsonPropertyName("FirstName")] public string? FirstName { get; init; }

    /// <summary>The family name.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("LastName")] public string? LastName { get; init; }

    /// <summary>The e-mail address.</summary>
    [OptionalOnCreate, Canonical(Canonical.Email), JsonPropertyName("Email")] public string? Email { get; init; }

    /// <summary>The telephone.</summary>
    [Canonical(Canonical.Phone), JsonPropertyName("Phone")] public string? Phone { get; init; }

    /// <summary>What is dialled after <see cref="Phone"/>.</summary>
    [JsonPropertyName("Extension")] public int? Extension { get; init; }

    /// <summary>The day of birth.</summary>
    [JsonPropertyName("Birthday"), JsonConverter(typeof(DayConverter))] public DateOnly? Birthday { get; init; }

    /// <summary>When the contact was last changed.</summary>
    [ReadOnly, Modified, JsonPropertyName("Modified"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? Modified { get; init; }
}
