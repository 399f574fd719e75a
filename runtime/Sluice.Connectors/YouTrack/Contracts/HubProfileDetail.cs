using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>Something that an administrator wants to know of every <see cref="HubUser"/>.</summary>
[Scalar(nameof(Name))]
public sealed record HubProfileDetail
{
    /// <summary>Hub's id.</summary>
    [JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }
}
