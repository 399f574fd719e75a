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

    /// <summary>What it holds. A field of several values shows as none, and is not written.</summary>
    [JsonPropertyName("value"), JsonConverter(typeof(IssueFieldValueConverter))]
    public IssueFieldValue? Value { get; init; }
}
