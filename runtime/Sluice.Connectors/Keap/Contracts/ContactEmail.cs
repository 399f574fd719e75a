using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>One of a <see cref="Contact"/>'s e-mail addresses.</summary>
[Scalar(nameof(Email))]
public sealed record ContactEmail
{
    /// <summary>The address.</summary>
    [Canonical(Canonical.Email), JsonPropertyName("email")] public string? Email { get; init; }

    /// <summary>Which of the three: <c>EMAIL1</c> to <c>EMAIL3</c>.</summary>
    [JsonPropertyName("field")] public string? Field { get; init; }
}
