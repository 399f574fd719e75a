using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>A field of a <see cref="Project"/>'s issues.</summary>
[Scalar(nameof(Id))]
public sealed record ProjectField
{
    /// <summary>The id of the field in this project.</summary>
    [JsonPropertyName("id")] public string? Id { get; init; }
}
