using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>A choice that whoever buys a <see cref="Product"/> has. Only Keap's own pages edit it.</summary>
[Scalar(nameof(Id))]
public sealed record ProductOption
{
    /// <summary>Keap's id.</summary>
    [JsonPropertyName("id")] public long? Id { get; init; }
}
