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

    /// <summary>Where its picture is.</summary>
    [OnRequest, JsonPropertyName("iconUrl")] public string? IconUrl { get; init; }

    /// <summary>Whether it can be removed.</summary>
    [ReadOnly, OnRequest, JsonPropertyName("removable")] public bool? Removable { get; init; }

    /// <summary>How many members there are. Moves without an edit.</summary>
    [ReadOnly, OnRequest, JsonPropertyName("userCount")] public int? UserCount { get; init; }

    /// <summary>The group around it.</summary>
    [ReadOnly, OnRequest, JsonPropertyName("parent")] public HubGroupLink? Parent { get; init; }

    /// <summary>The project that it belongs to, which Hub tells up to version 2025.</summary>
    [ReadOnly, OnRequest, HubOnly, JsonPropertyName("project")] public HubLink? Project { get; init; }

    /// <summary>The members, those of groups inside it too: everybody, where this is the group of everybody.</summary>
    [KeyedBy(nameof(HubUserLink.Id)), ReadOnly, OnRequest, JsonPropertyName("users")]
    public IReadOnlyList<HubUserLink>? Users { get; init; }

    /// <summary>The members without those of groups inside it.</summary>
    [KeyedBy(nameof(HubUserLink.Id)), ReadOnly, OnRequest, JsonPropertyName("ownUsers")]
    public IReadOnlyList<HubUserLink>? OwnUsers { get; init; }

    /// <summary>The groups inside it.</summary>
    [KeyedBy(nameof(HubGroupLink.Id)), ReadOnly, OnRequest, JsonPropertyName("subgroups")]
    public IReadOnlyList<HubGroupLink>? Subgroups { get; init; }

    /// <summary>The organizations that it belongs to, which Hub tells up to version 2025.</summary>
    [KeyedBy(nameof(HubOrganizationLink.Id)), ReadOnly, OnRequest, HubOnly, JsonPropertyName("organizations")]
    public IReadOnlyList<HubOrganizationLink>? Organizations { get; init; }
}
