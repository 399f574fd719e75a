using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>The picture of a <see cref="HubUser"/>.</summary>
[Scalar(nameof(Url))]
public sealed record HubAvatar
{
    /// <summary>Where it is.</summary>
    [JsonPropertyName("url")] public string? Url { get; init; }
}
