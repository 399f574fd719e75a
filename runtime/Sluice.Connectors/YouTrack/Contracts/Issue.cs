using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.YouTrack;

/// <summary>An issue of YouTrack.</summary>
/// <remarks>
/// Source: YouTrack REST, resource <c>issues</c>. Its own fields differ between projects; a path names one by what it
/// depends on: <c>customFields.value.name (Dependant on having Priority in customFields.name)</c>.
/// </remarks>
[Entity("YouTrack", "Issues")]
public sealed record Issue
{
    /// <summary>YouTrack's id, as in <c>2-35</c>.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public string Id { get; init; } = "";

    /// <summary>The id that people use: <c>KEY-1</c>. It changes where the issue moves to another project.</summary>
    [ReadOnly, JsonPropertyName("idReadable")] public string? IdReadable { get; init; }

    /// <summary>The number in the project.</summary>
    [ReadOnly, JsonPropertyName("numberInProject")] public long? NumberInProject { get; init; }

    /// <summary>What it is about, in a line.</summary>
    [RequiredOnCreate, JsonPropertyName("summary")] public string? Summary { get; init; }

    /// <summary>What it is about, at length.</summary>
    [JsonPropertyName("description")] public string? Description { get; init; }

    /// <summary>The project it belongs to.</summary>
    [RequiredOnCreate, JsonPropertyName("project")] public IssueProject? Project { get; init; }

    /// <summary>When it was made. Milliseconds since 1970 in JSON.</summary>
    [ReadOnly, JsonPropertyName("created"), JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed. Milliseconds since 1970 in JSON.</summary>
    [ReadOnly, Modified, JsonPropertyName("updated"), JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTimeOffset? Updated { get; init; }

    /// <summary>When it was resolved; nothing while it is open. Milliseconds since 1970 in JSON.</summary>
    [ReadOnly, JsonPropertyName("resolved"), JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTimeOffset? Resolved { get; init; }

    /// <summary>Who made it.</summary>
    [ReadOnly, JsonPropertyName("reporter")] public YouTrackPerson? Reporter { get; init; }

    /// <summary>Who changed it last.</summary>
    [ReadOnly, JsonPropertyName("updater")] public YouTrackPerson? Updater { get; init; }

    /// <summary>The fields that its project has beside the usual ones.</summary>
    [KeyedBy(nameof(IssueField.Name)), JsonPropertyName("customFields")]
    public IReadOnlyList<IssueField>? CustomFields { get; init; }

    /// <summary>What people marked it with.</summary>
    [KeyedBy(nameof(IssueTag.Id)), JsonPropertyName("tags")] public IReadOnlyList<IssueTag>? Tags { get; init; }

    /// <summary>Who may see it. What of it can be written is not documented, so none of it is.</summary>
    [ReadOnly, JsonPropertyName("visibility")] public IssueVisibility? Visibility { get; init; }
}
