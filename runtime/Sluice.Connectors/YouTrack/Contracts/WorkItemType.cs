using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>The kind of a <see cref="WorkItem"/>.</summary>
[Scalar(nameof(Id))]
public sealed record WorkItemType
{
    /// <summary>YouTrack's id, which is what a write takes.</summary>
    [JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>Its name: <c>Development</c>.</summary>
    [ReadOnly, JsonPropertyName("name")] public string? Name { get; init; }
}
