using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>The profile of a <see cref="HubUser"/>.</summary>
public sealed record HubProfile
{
    /// <summary>
    /// The address, as an object. One dataflow path reads it as a string; the specification says object, and whether a
    /// server ever answers with the string alone is unverified: such a user would be listed as unreadable.
    /// </summary>
    [JsonPropertyName("email")] public HubEmail? Email { get; init; }

    /// <summary>The address that the owner has not confirmed yet.</summary>
    [ReadOnly, OnRequest, JsonPropertyName("unverifiedEmail")] public HubEmail? UnverifiedEmail { get; init; }

    /// <summary>The picture.</summary>
    [ReadOnly, OnRequest, JsonPropertyName("avatar")] public HubAvatar? Avatar { get; init; }

    /// <summary>The language and region.</summary>
    [OnRequest, JsonPropertyName("locale")] public HubLocale? Locale { get; init; }

    /// <summary>What administrators want to know beside the usual.</summary>
    [KeyedBy(nameof(HubProfileDetail.Id)), ReadOnly, OnRequest, JsonPropertyName("attributes")]
    public IReadOnlyList<HubProfileDetail>? Attributes { get; init; }
}
