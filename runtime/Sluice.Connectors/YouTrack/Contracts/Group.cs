using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>
/// YouTrack's view of a <see cref="HubUserGroup"/>, to read only: versions before 2026.1 take no writes here.
/// </summary>
/// <remarks>
/// Source: YouTrack REST, resource <c>groups</c>.
/// </remarks>
[Entity("YouTrack", "Groups")]
[SameRecordAs("YouTrack", "Usergroups", nameof(RingId))]
public sealed record Group
{
    /// <summary>YouTrack's id, which is not Hub's.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public string Id { get; init; } = "";

    /// <summary>The id of the same group in Hub. A group without one is listed as unreadable.</summary>
    [ReadOnly, Reference("YouTrack", "Usergroups"), JsonPropertyName("ringId")]
    public string RingId { get; init; } = "";

    /// <summary>The name. Changed in Hub.</summary>
    [ReadOnly, Canonical(Canonical.Name), JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>Whether this is the built-in group of everybody, which is out of scope.</summary>
    [ReadOnly, JsonPropertyName("allUsersGroup")] public bool? AllUsersGroup { get; init; }

    /// <summary>How many members there are. Moves without an edit.</summary>
    [ReadOnly, OnRequest, JsonPropertyName("usersCount")] public long? UsersCount { get; init; }

    /// <summary>Where its picture is.</summary>
    [ReadOnly, OnRequest, JsonPropertyName("icon")] public string? Icon { get; init; }

    /// <summary>The project whose team it is.</summary>
    [ReadOnly, OnRequest, JsonPropertyName("teamForProject")] public IssueProject? TeamForProject { get; init; }
}
