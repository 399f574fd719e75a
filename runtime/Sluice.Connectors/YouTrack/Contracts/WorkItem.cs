using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.YouTrack;

/// <summary>Time that somebody spent on an issue.</summary>
/// <remarks>
/// Source: YouTrack REST, resource <c>workItems</c>. It lives under its issue, so its key is <c>issue/id</c>.
/// </remarks>
[Entity("YouTrack", "Workitems")]
public sealed record WorkItem
{
    /// <summary>The id under the issue.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public string Id { get; init; } = "";

    /// <summary>
    /// The issue that the time was spent on. Part of the address of a new work item; never changed afterwards.
    /// </summary>
    [ParentKey, RequiredOnCreate, JsonPropertyName("issue")] public WorkItemIssue? Issue { get; init; }

    /// <summary>Whose time it was.</summary>
    [JsonPropertyName("author")] public YouTrackPerson? Author { get; init; }

    /// <summary>Who entered it.</summary>
    [ReadOnly, JsonPropertyName("creator")] public YouTrackPerson? Creator { get; init; }

    /// <summary>What was done.</summary>
    [JsonPropertyName("text")] public string? Text { get; init; }

    /// <summary>What was done, as a page shows it.</summary>
    [ReadOnly, JsonPropertyName("textPreview")] public string? TextPreview { get; init; }

    /// <summary>The kind of work.</summary>
    [JsonPropertyName("type")] public WorkItemType? Type { get; init; }

    /// <summary>When it was entered. Milliseconds since 1970 in JSON.</summary>
    [ReadOnly, JsonPropertyName("created"), JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed. Milliseconds since 1970 in JSON.</summary>
    [ReadOnly, Modified, JsonPropertyName("updated"), JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTimeOffset? Updated { get; init; }

    /// <summary>
    /// The day on which it was done. Milliseconds since 1970 in JSON; the server takes today where nothing is said.
    /// </summary>
    [OptionalOnCreate, JsonPropertyName("date"), JsonConverter(typeof(EpochDayConverter))]
    public DateOnly? Date { get; init; }

    /// <summary>How long it took.</summary>
    [RequiredOnCreate, JsonPropertyName("duration")] public WorkItemDuration? Duration { get; init; }

    /// <summary>What the project wants to know of work beside the usual.</summary>
    [ReadOnly, KeyedBy(nameof(WorkItemDetail.Id)), JsonPropertyName("attributes")]
    public IReadOnlyList<WorkItemDetail>? Attributes { get; init; }
}
