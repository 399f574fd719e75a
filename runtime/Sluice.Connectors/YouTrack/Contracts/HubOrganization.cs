using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.YouTrack;

/// <summary>An organization, kept by Hub up to version 2025 and by YouTrack itself from 2026.1 on.</summary>
/// <remarks>
/// Sources: Hub REST, resource <c>organizations</c>; YouTrack REST, resource <c>admin/organizations</c>. Which of them
/// is asked, <see cref="YouTrackOptions.Dialect"/> says. YouTrack's has fewer properties: those that it lacks are
/// absent there, which is no clearing, and are not written.
/// </remarks>
[Entity("YouTrack", "Organizations")]
public sealed record HubOrganization
{
    /// <summary>Hub's id, or YouTrack's. They differ.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public string Id { get; init; } = "";

    /// <summary>
    /// The short name. Whether a new organization needs it is not documented; it is demanded, to be safe.
    /// </summary>
    [RequiredOnCreate, JsonPropertyName("key")] public string? OrganizationKey { get; init; }

    /// <summary>The name.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>What the organization is.</summary>
    [JsonPropertyName("description")] public string? Description { get; init; }

    /// <summary>The domain of its members' addresses.</summary>
    [HubOnly, JsonPropertyName("emailDomain")] public string? EmailDomain { get; init; }

    /// <summary>When it was made. Milliseconds since 1970 in JSON.</summary>
    [ReadOnly, HubOnly, JsonPropertyName("creationTime"), JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTimeOffset? CreationTime { get; init; }

    /// <summary>Whether this is the built-in organization of everybody.</summary>
    [ReadOnly, HubOnly, JsonPropertyName("allUsers")] public bool? AllUsers { get; init; }

    /// <summary>Where its picture is.</summary>
    [ReadOnly, OnRequest, JsonPropertyName("iconUrl")] public string? IconUrl { get; init; }

    /// <summary>How many projects it has. Moves without an edit.</summary>
    [ReadOnly, OnRequest, HubOnly, JsonPropertyName("projectsCount")]
    public int? ProjectsCount { get; init; }

    /// <summary>The members, those of its groups too.</summary>
    [KeyedBy(nameof(HubUserLink.Id)), ReadOnly, OnRequest, HubOnly, JsonPropertyName("users")]
    public IReadOnlyList<HubUserLink>? Users { get; init; }

    /// <summary>The members without those of its groups.</summary>
    [KeyedBy(nameof(HubUserLink.Id)), ReadOnly, OnRequest, HubOnly, JsonPropertyName("ownUsers")]
    public IReadOnlyList<HubUserLink>? OwnUsers { get; init; }

    /// <summary>Its groups.</summary>
    [KeyedBy(nameof(HubGroupLink.Id)), ReadOnly, OnRequest, HubOnly, JsonPropertyName("groups")]
    public IReadOnlyList<HubGroupLink>? Groups { get; init; }

    /// <summary>Its projects, by the ids of whoever keeps the organization.</summary>
    [KeyedBy(nameof(HubLink.Id)), ReadOnly, OnRequest, JsonPropertyName("projects")]
    public IReadOnlyList<HubLink>? Projects { get; init; }
}
