using System.Text.Json.Serialization;

namespace Sluice.Generator.Tests.Contracts;

/// <summary>A client of the other system, whose API leaves nulls out.</summary>
[OmitsNulls]
[Entity("Beta", "Clients")]
public sealed record Client
{
    /// <summary>The key.</summary>
    [Key, ReadOnly, JsonPropertyName("Id")] public long Id { get; init; }

    /// <summary>The address.</summary>
    [Canonical(Canonical.Email), JsonPropertyName("EmailAddress")] public string? EmailAddress { get; init; }

    /// <summary>The name.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("FullName")] public string? FullName { get; init; }

    /// <summary>The telephone.</summary>
    [Canonical(Canonical.Phone), JsonPropertyName("Phone")] public string? Phone { get; init; }

    /// <summary>A code.</summary>
    [JsonPropertyName("Code")] public string? Code { get; init; }

    /// <summary>What kind of client; a new one needs it.</summary>
    [RequiredOnCreate, JsonPropertyName("Kinds")] public IReadOnlyList<ClientKind>? Kinds { get; init; }
}
