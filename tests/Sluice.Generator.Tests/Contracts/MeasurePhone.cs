using System.Text.Json.Serialization;

namespace Sluice.Generator.Tests.Contracts;

/// <summary>A telephone in a list.</summary>
public sealed record MeasurePhone
{
    /// <summary>What it is for.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>The number.</summary>
    [JsonPropertyName("number")] public string? Number { get; init; }

    /// <summary>Whether it may be called.</summary>
    [JsonPropertyName("open")] public bool? IsOpen { get; init; }

    /// <summary>What tells it from others, where it is open.</summary>
    [MatchesWhen(nameof(IsOpen)), JsonPropertyName("code")]
    public string? Code { get; init; }
}
