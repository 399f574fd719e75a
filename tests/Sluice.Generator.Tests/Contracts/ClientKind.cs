using System.Text.Json.Serialization;

namespace Sluice.Generator.Tests.Contracts;

/// <summary>A kind of client.</summary>
public sealed record ClientKind
{
    /// <summary>Its name.</summary>
    [JsonPropertyName("Name")] public string? Name { get; init; }
}
