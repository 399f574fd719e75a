using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>A user as YouTrack's own records name one. Where one value is wanted, it is <see cref="Id"/>.</summary>
[Scalar(nameof(Id))]
public sealed record YouTrackPerson
{
    /// <summary>YouTrack's id, as in <c>1-2</c>. It is not Hub's, and is what a write takes.</summary>
    [JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>The name to sign in with.</summary>
    [ReadOnly, JsonPropertyName("login")] public string? Login { get; init; }

    /// <summary>The full name.</summary>
    [ReadOnly, Canonical(Canonical.Name), JsonPropertyName("fullName")] public string? FullName { get; init; }

    /// <summary>The id of the same user in Hub.</summary>
    [ReadOnly, Reference("YouTrack", "Users"), JsonPropertyName("ringId")] public string? RingId { get; init; }
}
