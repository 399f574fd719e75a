using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>The issue of a <see cref="WorkItem"/>.</summary>
[Scalar(nameof(Id))]
public sealed record WorkItemIssue
{
    /// <summary>YouTrack's id.</summary>
    [Reference("YouTrack", "Issues"), JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>The id that people use.</summary>
    [ReadOnly, JsonPropertyName("idReadable")] public string? IdReadable { get; init; }
}
