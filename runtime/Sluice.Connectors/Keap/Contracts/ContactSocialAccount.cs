using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>One of a <see cref="Contact"/>'s accounts in social networks.</summary>
[Scalar(nameof(Name))]
public sealed record ContactSocialAccount
{
    /// <summary>The account's name.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>Which network: <c>LinkedIn</c>.</summary>
    [JsonPropertyName("type")] public string? Type { get; init; }
}
