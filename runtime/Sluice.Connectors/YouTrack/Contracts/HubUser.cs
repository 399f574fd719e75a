using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.YouTrack;

/// <summary>A user as Hub keeps it. Guest and banned users are out of scope.</summary>
/// <remarks>
/// Source: Hub REST, resource <c>users</c>. Hub has no time stamp that moves with an edit. What costs much to be
/// told or moves without an edit, such as the time of the last visit, is asked for only where a document names it.
/// Whether Hub leaves nulls out of its answers is not documented, so a missing property is taken as unknown.
/// </remarks>
[Entity("YouTrack", "Users")]
public sealed record HubUser
{
    /// <summary>Hub's id, which YouTrack calls <c>ringId</c>.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public string Id { get; init; } = "";

    /// <summary>
    /// The name to sign in with, unique. The documentation demands nothing of a new user; live servers demand this.
    /// </summary>
    [RequiredOnCreate, JsonPropertyName("login")] public string? Login { get; init; }

    /// <summary>The full name.</summary>
    [Canonical(Canonical.Name), JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>Whether the account is shut.</summary>
    [JsonPropertyName("banned")] public bool? Banned { get; init; }

    /// <summary>Why the account is shut.</summary>
    [JsonPropertyName("banReason")] public string? BanReason { get; init; }

    /// <summary>Whether this is the built-in guest.</summary>
    [ReadOnly, JsonPropertyName("guest")] public bool? Guest { get; init; }

    /// <summary>What people see of the user.</summary>
    [JsonPropertyName("profile")] public HubProfile? Profile { get; init; }

    /// <summary>When the account was made. Milliseconds since 1970 in JSON.</summary>
    [ReadOnly, JsonPropertyName("creationTime"), JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTimeOffset? CreationTime { get; init; }

    /// <summary>Whether the user must sign in with a second factor.</summary>
    [JsonPropertyName("requiredTwoFactorAuthentication")] public bool? RequiredTwoFactorAuthentication { get; init; }

    /// <summary>When the user was last there. Moves without an edit. Milliseconds since 1970 in JSON.</summary>
    [ReadOnly, OnRequest, JsonPropertyName("lastAccessTime"), JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTimeOffset? LastAccessTime { get; init; }

    /// <summary>The kind of user.</summary>
    [ReadOnly, OnRequest, JsonPropertyName("userType")] public HubLink? UserType { get; init; }

    /// <summary>The groups of which the user is a member. Members are added and removed at the group.</summary>
    [KeyedBy(nameof(HubGroupLink.Id)), ReadOnly, OnRequest, JsonPropertyName("groups")]
    public IReadOnlyList<HubGroupLink>? Groups { get; init; }

    /// <summary>Those and the groups around them.</summary>
    [KeyedBy(nameof(HubGroupLink.Id)), ReadOnly, OnRequest, JsonPropertyName("transitiveGroups")]
    public IReadOnlyList<HubGroupLink>? TransitiveGroups { get; init; }

    /// <summary>The organizations, which Hub tells up to version 2025.</summary>
    [KeyedBy(nameof(HubOrganizationLink.Id)), ReadOnly, OnRequest, HubOnly, JsonPropertyName("organizations")]
    public IReadOnlyList<HubOrganizationLink>? Organizations { get; init; }

    /// <summary>The teams of projects, which Hub tells up to version 2025.</summary>
    [KeyedBy(nameof(HubLink.Id)), ReadOnly, OnRequest, HubOnly, JsonPropertyName("teams")]
    public IReadOnlyList<HubLink>? Teams { get; init; }

    /// <summary>The ways to sign in.</summary>
    [KeyedBy(nameof(HubDetail.Id)), ReadOnly, OnRequest, JsonPropertyName("details")]
    public IReadOnlyList<HubDetail>? Details { get; init; }

    /// <summary>Names in version control systems.</summary>
    [KeyedBy(nameof(HubVcsName.Name)), ReadOnly, OnRequest, JsonPropertyName("VCSUserNames")]
    public IReadOnlyList<HubVcsName>? VcsUserNames { get; init; }
}
