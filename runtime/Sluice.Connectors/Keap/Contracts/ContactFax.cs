using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>One of a <see cref="Contact"/>'s faxes.</summary>
[Scalar(nameof(Number))]
public sealed record ContactFax
{
    /// <summary>The number.</summary>
    [Canonical(Canonical.Phone), JsonPropertyName("number")] public string? Number { get; init; }

    /// <summary>Its kind: <c>Work</c>.</summary>
    [JsonPropertyName("type")] public string? Type { get; init; }

    /// <summary>Which of them: <c>FAX1</c>, <c>FAX2</c>.</summary>
    [JsonPropertyName("field")] public string? Field { get; init; }
}
