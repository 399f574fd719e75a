using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>How often a <see cref="Product"/> is paid for. Only Keap's own pages edit it.</summary>
[Scalar(nameof(Id))]
public sealed record SubscriptionPlan
{
    /// <summary>Keap's id.</summary>
    [JsonPropertyName("id")] public long? Id { get; init; }
}
