using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>A user as other records of Hub name one.</summary>
[Scalar(nameof(Id))]
public sealed record HubUserLink
{
    /// <summary>Hub's id.</summary>
    [Reference("YouTrack", "Users"), JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>The name to sign in with.</summary>
    [JsonPropertyName("login")] public string? Login { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }
}
