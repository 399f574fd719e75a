using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>The fax of a <see cref="Company"/>. Where one value is wanted, it is <see cref="Number"/>.</summary>
[Scalar(nameof(Number))]
public sealed record CompanyFax
{
    /// <summary>The number.</summary>
    [Canonical(Canonical.Phone), JsonPropertyName("number")] public string? Number { get; init; }

    /// <summary>Its kind: <c>Work</c>.</summary>
    [JsonPropertyName("type")] public string? Type { get; init; }
}
