using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>A group of users as Hub keeps it. Built-in groups are out of scope: they cannot be changed.</summary>
/// <remarks>
/// Source: Hub REST, resource <c>usergroups</c>. <see cref="Group"/> is YouTrack's view of the same record.
/// </remarks>
[Entity("YouTrack", "Usergroups")]
public sealed record HubUserGroup
{
    /// <summary>Hub's id.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public string Id { get; init; } = "";

    /// <summary>The name, unique.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>What the group is for.</summary>
    [JsonPropertyName("description")] public string? Description { get; init; }

    /// <summary>Whether new users join by themselves.</summary>
    [JsonPropertyName("autoJoin")] public bool? AutoJoin { get; init; }

    /// <summary>The e-mail domain whose users join by themselves.</summary>
    [JsonPropertyName("autoJoinDomain")] public string? AutoJoinDomain { get; init; }

    /// <summary>Whether this is the built-in group of everybody.</summary>
    [ReadOnly, JsonPropertyName("allUsers")] public bool? AllUsers { get; init; }

    /// <summary>
    /// Whether this is the built-in group of everybody who registered. Not documented as read-only; taken as such.
    /// </summary>
    [ReadOnly, JsonPropertyName("registeredUsers")] public bool? RegisteredUsers { get; init; }

    /// <summary>Whether the server makes the group by itself.</summary>
    [ReadOnly, JsonPropertyName("implicit")] public bool? Implicit { get; init; }

    /// <summary>Whether the group cannot be changed.</summary>
    [ReadOnly, JsonPropertyName("immutable")] public bool? Immutable { get; init; }
}
