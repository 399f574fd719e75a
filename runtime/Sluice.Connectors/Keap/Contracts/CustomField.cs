using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.Keap;

/// <summary>The value of a custom field. Which ones there are, and of what kind, differs between accounts.</summary>
[Scalar(nameof(Content))]
public sealed record CustomField
{
    /// <summary>Which field: the account's own id of it.</summary>
    [JsonPropertyName("id")] public long? Id { get; init; }

    /// <summary>What it holds: text as it is, a number by its digits, anything else as its JSON.</summary>
    [JsonPropertyName("content"), JsonConverter(typeof(LooseTextConverter))] public string? Content { get; init; }
}
