using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>A group as other records of Hub name one.</summary>
[Scalar(nameof(Id))]
public sealed record HubGroupLink
{
    /// <summary>Hub's id.</summary>
    [Reference("YouTrack", "Usergroups"), JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }
}
