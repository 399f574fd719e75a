using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>Who may see an <see cref="Issue"/>. Where one value is wanted, it is <see cref="Type"/>.</summary>
[Scalar(nameof(Type))]
public sealed record IssueVisibility
{
    /// <summary>Of which kind the rule is: <c>UnlimitedVisibility</c>.</summary>
    [JsonPropertyName("$type")] public string? Type { get; init; }
}
