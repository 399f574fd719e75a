using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>A name by which a version control system knows a <see cref="HubUser"/>.</summary>
[Scalar(nameof(Name))]
public sealed record HubVcsName
{
    /// <summary>The name.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }
}
