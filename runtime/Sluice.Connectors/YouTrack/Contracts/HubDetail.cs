using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>A way to sign in that a <see cref="HubUser"/> has. Its content is left alone: it opens accounts.</summary>
[Scalar(nameof(Id))]
public sealed record HubDetail
{
    /// <summary>Hub's id.</summary>
    [JsonPropertyName("id")] public string? Id { get; init; }
}
