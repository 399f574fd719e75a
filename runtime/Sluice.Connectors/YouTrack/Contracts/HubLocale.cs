using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>The language and region of a <see cref="HubUser"/>.</summary>
[Scalar(nameof(Language))]
public sealed record HubLocale
{
    /// <summary>The language: <c>nb</c>.</summary>
    [JsonPropertyName("language")] public string? Language { get; init; }

    /// <summary>The region: <c>NO</c>.</summary>
    [JsonPropertyName("region")] public string? Region { get; init; }
}
