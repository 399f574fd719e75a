using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>The telephone of a <see cref="Company"/>. Where one value is wanted, it is <see cref="Number"/>.</summary>
[Scalar(nameof(Number))]
public sealed record CompanyPhone
{
    /// <summary>The number.</summary>
    [Canonical(Canonical.Phone), JsonPropertyName("number")] public string? Number { get; init; }

    /// <summary>The extension.</summary>
    [JsonPropertyName("extension")] public string? Extension { get; init; }

    /// <summary>Its kind: <c>Work</c>.</summary>
    [JsonPropertyName("type")] public string? Type { get; init; }
}
