using System.Text.Json.Serialization;
using Sluice.Connectors.YouTrack.Issues;

namespace Sluice.Connectors.YouTrack;

/// <summary>A field that the project of an <see cref="Issue"/> has beside the usual ones.</summary>
public sealed record IssueField
{
    /// <summary>
    /// Of which kind the field is: <c>SingleEnumIssueCustomField</c>, <c>StateIssueCustomField</c>,
    /// <c>PeriodIssueCustomField</c>. YouTrack wants it with every write; a new issue gets it from a second dependency:
    /// <c>(Dependant on having SingleEnumIssueCustomField in customFields.$type)</c>.
    /// </summary>
    [JsonPropertyName("$type")] public string? Type { get; init; }

    /// <summary>The id of the field in this issue.</summary>
    [ReadOnly, JsonPropertyName("id")] public string? Id { get; init; }

    /// <summary>The field's name: <c>Priority</c>.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>What it holds. A field of several values shows as none: those are <see cref="Values"/>.</summary>
    [JsonPropertyName("value"), JsonConverter(typeof(IssueFieldValueConverter))]
    public IssueFieldValue? Value { get; init; }

    /// <summary>
    /// What a field of several values holds, such as the versions that are affected: each by its name, a user by the
    /// login. YouTrack shows them as the value; this connector shows them here, so that a path has one meaning.
    /// </summary>
    [Set, Unasked, JsonPropertyName("values")] public IReadOnlyList<string>? Values { get; init; }
}
