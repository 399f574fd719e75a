using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>How long a <see cref="WorkItem"/> took.</summary>
[Scalar(nameof(Minutes))]
public sealed record WorkItemDuration
{
    /// <summary>
    /// Minutes. The specification calls them read-only, and knows no other way to say how long; they are written.
    /// </summary>
    [JsonPropertyName("minutes")] public long? Minutes { get; init; }

    /// <summary>The same for people: <c>1h 30m</c>.</summary>
    [ReadOnly, JsonPropertyName("presentation")] public string? Presentation { get; init; }
}
