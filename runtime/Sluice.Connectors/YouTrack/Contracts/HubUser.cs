using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.YouTrack;

/// <summary>A user as Hub keeps it. Guest and banned users are out of scope.</summary>
/// <remarks>
/// Source: Hub REST, resource <c>users</c>. Hub has no time stamp that moves with an edit. The time of the last visit
/// is left out on purpose: it would make every user look edited. Whether Hub leaves nulls out of its answers is not
/// documented, so a missing property is taken as unknown.
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
}
