using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>
/// What an <see cref="IssueField"/> holds: a member of some set by its name, a user by the login, a span of time by its
/// minutes, a longer text. What is a plain text, number or instant in JSON is held as <see cref="Name"/>.
/// </summary>
[Scalar(nameof(Name))]
public sealed record IssueFieldValue
{
    /// <summary>YouTrack's id of the value.</summary>
    [ReadOnly, JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>The name; of a field whose value is no object, the value itself as text.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>A user's name to sign in with.</summary>
    [JsonPropertyName("login")] public string? Login { get; init; }

    /// <summary>A span of time, in minutes.</summary>
    [JsonPropertyName("minutes")] public long? Minutes { get; init; }

    /// <summary>A span of time for people: <c>1h 30m</c>.</summary>
    [ReadOnly, JsonPropertyName("presentation")] public string? Presentation { get; init; }

    /// <summary>A longer text.</summary>
    [JsonPropertyName("text")] public string? Text { get; init; }
}
