using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.YouTrack;

/// <summary>A project of YouTrack.</summary>
/// <remarks>
/// Source: YouTrack REST, resource <c>admin/projects</c>. It has no time stamp. The number at which issues start is
/// left out: servers answer 500 to whoever asks for it.
/// </remarks>
[Entity("YouTrack", "Projects")]
public sealed record Project
{
    /// <summary>YouTrack's id, as in <c>0-6</c>.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>What the ids of its issues begin with, unique: <c>KEY</c> of <c>KEY-1</c>.</summary>
    [RequiredOnCreate, JsonPropertyName("shortName")] public string? ShortName { get; init; }

    /// <summary>What the project is about.</summary>
    [JsonPropertyName("description")] public string? Description { get; init; }

    /// <summary>Whether it was put away.</summary>
    [JsonPropertyName("archived")] public bool? Archived { get; init; }

    /// <summary>Who answers for it.</summary>
    [RequiredOnCreate, JsonPropertyName("leader")] public YouTrackPerson? Leader { get; init; }

    /// <summary>The address that its mail comes from.</summary>
    [Canonical(Canonical.Email), JsonPropertyName("fromEmail")] public string? FromEmail { get; init; }

    /// <summary>The address that answers to its mail go to.</summary>
    [Canonical(Canonical.Email), JsonPropertyName("replyToEmail")] public string? ReplyToEmail { get; init; }

    /// <summary>
    /// Whether new projects are made after this one. The kind is not documented: what is neither true nor false is
    /// taken as unknown.
    /// </summary>
    [JsonPropertyName("template"), JsonConverter(typeof(LooseFlagConverter))] public bool? Template { get; init; }

    /// <summary>Where its picture is.</summary>
    [ReadOnly, JsonPropertyName("iconUrl")] public string? IconUrl { get; init; }

    /// <summary>The group of those who work on it.</summary>
    [ReadOnly, JsonPropertyName("team")] public ProjectTeam? Team { get; init; }

    /// <summary>The fields that its issues have beside the usual ones.</summary>
    [ReadOnly, KeyedBy(nameof(ProjectField.Id)), JsonPropertyName("customFields")]
    public IReadOnlyList<ProjectField>? CustomFields { get; init; }
}
