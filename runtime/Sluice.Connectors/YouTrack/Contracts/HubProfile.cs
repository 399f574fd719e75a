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
}
