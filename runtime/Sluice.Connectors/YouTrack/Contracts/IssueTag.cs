using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>A mark on an <see cref="Issue"/>.</summary>
[Scalar(nameof(Name))]
public sealed record IssueTag
{
    /// <summary>YouTrack's id.</summary>
    [JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>Its name.</summary>
    [ReadOnly, JsonPropertyName("name")] public string? Name { get; init; }
}
