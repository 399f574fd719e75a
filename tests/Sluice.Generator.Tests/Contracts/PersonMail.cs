using System.Text.Json.Serialization;

namespace Sluice.Generator.Tests.Contracts;

/// <summary>An address that somebody may have verified.</summary>
[Scalar(nameof(Address))]
public sealed record PersonMail
{
    /// <summary>The address.</summary>
    [Credential, Canonical(Canonical.Email), MatchesWhen(nameof(IsVerified)), JsonPropertyName("address")]
    public string? Address { get; init; }

    /// <summary>Whether it was verified.</summary>
    [ReadOnly, JsonPropertyName("verified")] public bool? IsVerified { get; init; }
}
