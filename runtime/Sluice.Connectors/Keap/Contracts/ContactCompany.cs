using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>The <see cref="Keap.Company"/> that a <see cref="Contact"/> works for.</summary>
[Scalar(nameof(Id))]
public sealed record ContactCompany
{
    /// <summary>The company's id.</summary>
    [Reference("Keap", "Companies"), JsonPropertyName("id")] public long? Id { get; init; }

    /// <summary>Its name, for people. Changed in the company.</summary>
    [ReadOnly, JsonPropertyName("company_name")] public string? CompanyName { get; init; }
}
