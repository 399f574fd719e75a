using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>One of a <see cref="Contact"/>'s telephones.</summary>
[Scalar(nameof(Number))]
public sealed record ContactPhone
{
    /// <summary>The number.</summary>
    [Canonical(Canonical.Phone), JsonPropertyName("number")] public string? Number { get; init; }

    /// <summary>The extension.</summary>
    [JsonPropertyName("extension")] public string? Extension { get; init; }

    /// <summary>Its kind: <c>Work</c>.</summary>
    [JsonPropertyName("type")] public string? Type { get; init; }

    /// <summary>Which of the five: <c>PHONE1</c> to <c>PHONE5</c>.</summary>
    [JsonPropertyName("field")] public string? Field { get; init; }
}
