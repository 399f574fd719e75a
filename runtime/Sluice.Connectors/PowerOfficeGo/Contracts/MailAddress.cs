using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>A postal address. Where one is given, PowerOffice demands town and postal code.</summary>
public sealed record MailAddress
{
    /// <summary>The address's id.</summary>
    [ReadOnly, JsonPropertyName("Id")] public long? Id { get; init; }

    /// <summary>The first line.</summary>
    [JsonPropertyName("AddressLine1")] public string? AddressLine1 { get; init; }

    /// <summary>The second line.</summary>
    [JsonPropertyName("AddressLine2")] public string? AddressLine2 { get; init; }

    /// <summary>The town.</summary>
    [JsonPropertyName("City")] public string? City { get; init; }

    /// <summary>The postal code.</summary>
    [JsonPropertyName("ZipCode")] public string? ZipCode { get; init; }

    /// <summary>The country, two letters of ISO 3166; Norway where nothing is said.</summary>
    [JsonPropertyName("CountryCode")] public string? CountryCode { get; init; }

    /// <summary>A code of ours.</summary>
    [JsonPropertyName("ExternalCode")] public string? ExternalCode { get; init; }

    /// <summary>
    /// When the address was last changed. The stamp of the record it belongs to does not move with it.
    /// </summary>
    [ReadOnly, JsonPropertyName("LastChangedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? LastChangedDateTimeOffset { get; init; }
}
