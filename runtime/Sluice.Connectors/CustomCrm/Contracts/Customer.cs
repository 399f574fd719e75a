using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.CustomCrm;

/// <summary>A customer. The properties are those that dataflow documents know; no vendor stands behind them.</summary>
/// <remarks>It has no time stamp. A missing property is taken as unknown.</remarks>
[Entity("Customcrm", "Customer")]
public sealed record Customer
{
    /// <summary>The id: opaque text, or a number, which is taken by its digits.</summary>
    [Key, ReadOnly, JsonPropertyName("Id"), JsonConverter(typeof(OpaqueKeyConverter))]
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("Name")] public string? Name { get; init; }

    /// <summary>What the customer is.</summary>
    [JsonPropertyName("Description")] public string? Description { get; init; }

    /// <summary>The e-mail address.</summary>
    [Canonical(Canonical.Email), JsonPropertyName("Email")] public string? Email { get; init; }

    /// <summary>The telephone.</summary>
    [Canonical(Canonical.Phone), JsonPropertyName("Phone")] public string? Phone { get; init; }

    /// <summary>The fax.</summary>
    [Canonical(Canonical.Phone), JsonPropertyName("Fax")] public string? Fax { get; init; }

    /// <summary>The web site.</summary>
    [JsonPropertyName("Website")] public string? Website { get; init; }

    /// <summary>The first line of the postal address.</summary>
    [JsonPropertyName("StreetAddress1")] public string? StreetAddress1 { get; init; }

    /// <summary>The second line of the postal address.</summary>
    [JsonPropertyName("StreetAddress2")] public string? StreetAddress2 { get; init; }

    /// <summary>The town.</summary>
    [JsonPropertyName("City")] public string? City { get; init; }

    /// <summary>The postal code.</summary>
    [JsonPropertyName("ZipCode")] public string? ZipCode { get; init; }

    /// <summary>The country.</summary>
    [JsonPropertyName("Country")] public string? Country { get; init; }
}
