using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>
/// The e-mail address of a <see cref="HubProfile"/>. Where one value is wanted, it is <see cref="Email"/>.
/// </summary>
[Scalar(nameof(Email))]
public sealed record HubEmail
{
    /// <summary>
    /// The address. Password recovery writes to it, so it opens the account; an address that nobody verified matches
    /// nothing.
    /// </summary>
    [Canonical(Canonical.Email), Credential, MatchesWhen(nameof(Verified)), JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>Whether the owner proved that the address is theirs. Hub's to say.</summary>
    [ReadOnly, JsonPropertyName("verified")] public bool? Verified { get; init; }
}
