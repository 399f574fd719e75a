using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>The group of those who work on a <see cref="Project"/>.</summary>
[Scalar(nameof(Id))]
public sealed record ProjectTeam
{
    /// <summary>The group's id in YouTrack.</summary>
    [Reference("YouTrack", "Groups"), JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }
}
