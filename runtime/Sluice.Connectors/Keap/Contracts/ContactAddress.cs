using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>One of a <see cref="Contact"/>'s postal addresses. Keap refuses a region without a country.</summary>
public sealed record ContactAddress
{
    /// <summary>Which of the three: <c>BILLING</c>, <c>SHIPPING</c>, <c>OTHER</c>.</summary>
    [JsonPropertyName("field")] public string? Field { get; init; }

    /// <summary>The first line.</summary>
    [JsonPropertyName("line1")] public string? Line1 { get; init; }

    /// <summary>The second line.</summary>
    [JsonPropertyName("line2")] public string? Line2 { get; init; }

    /// <summary>The town.</summary>
    [JsonPropertyName("locality")] public string? Locality { get; init; }

    /// <summary>The state or region.</summary>
    [JsonPropertyName("region")] public string? Region { get; init; }

    /// <summary>The American postal code. Not together with <see cref="PostalCode"/>.</summary>
    [JsonPropertyName("zip_code")] public string? ZipCode { get; init; }

    /// <summary>The last four digits of a long American postal code.</summary>
    [JsonPropertyName("zip_four")] public string? ZipFour { get; init; }

    /// <summary>The postal code of other countries. Not together with <see cref="ZipCode"/>.</summary>
    [JsonPropertyName("postal_code")] public string? PostalCode { get; init; }

    /// <summary>The country, three letters of ISO 3166: <c>USA</c>.</summary>
    [JsonPropertyName("country_code")] public string? CountryCode { get; init; }
}
