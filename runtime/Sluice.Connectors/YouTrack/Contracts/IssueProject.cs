using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>The project of an <see cref="Issue"/>.</summary>
[Scalar(nameof(Id))]
public sealed record IssueProject
{
    /// <summary>YouTrack's id. Hub's, which a project has as well, is refused.</summary>
    [Reference("YouTrack", "Projects"), JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>What the ids of its issues begin with.</summary>
    [ReadOnly, JsonPropertyName("shortName")] public string? ShortName { get; init; }

    /// <summary>Its name.</summary>
    [ReadOnly, JsonPropertyName("name")] public string? Name { get; init; }
}
