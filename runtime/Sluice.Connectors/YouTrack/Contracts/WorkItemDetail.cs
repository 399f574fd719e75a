using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>What a project wants to know of a <see cref="WorkItem"/> beside the usual.</summary>
[Scalar(nameof(Name))]
public sealed record WorkItemDetail
{
    /// <summary>YouTrack's id.</summary>
    [JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>What it is called.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }
}
