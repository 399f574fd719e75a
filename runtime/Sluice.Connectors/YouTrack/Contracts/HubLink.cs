using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>A team, project or kind of user as other records of Hub name one.</summary>
[Scalar(nameof(Id))]
public sealed record HubLink
{
    /// <summary>Hub's id.</summary>
    [JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }
}
