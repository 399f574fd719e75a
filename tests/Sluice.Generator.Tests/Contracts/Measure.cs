using System.Text.Json.Serialization;

namespace Sluice.Generator.Tests.Contracts;

/// <summary>A record with a member of every type.</summary>
[Entity("Gamma", "Measures")]
public sealed record Measure
{
    /// <summary>The key.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public string Id { get; init; } = "";

    /// <summary>Text.</summary>
    [JsonPropertyName("text")] public string? Text { get; init; }

    /// <summary>Another text.</summary>
    [JsonPropertyName("note")] public string? Note { get; init; }

    /// <summary>A country.</summary>
    [JsonPropertyName("country")] public string? Country { get; init; }

    /// <summary>True or false.</summary>
    [JsonPropertyName("flag")] public bool? Flag { get; init; }

    /// <summary>True or false, and never null.</summary>
    [JsonPropertyName("active")] public bool IsActive { get; init; }

    /// <summary>A whole number of 32 bits.</summary>
    [JsonPropertyName("count")] public int? Count { get; init; }

    /// <summary>A whole number of 64 bits.</summary>
    [JsonPropertyName("total")] public long? Total { get; init; }

    /// <summary>A decimal number.</summary>
    [JsonPropertyName("price")] public decimal? Price { get; init; }

    /// <summary>A floating-point number.</summary>
    [JsonPropertyName("weight")] public double? Weight { get; init; }

    /// <summary>A day.</summary>
    [JsonPropertyName("day")] public DateOnly? Day { get; init; }

    /// <summary>A point in time.</summary>
    [JsonPropertyName("at")] public DateTimeOffset? At { get; init; }

    /// <summary>Who made it.</summary>
    [Reference("Gamma", "Makers"), JsonPropertyName("maker")] public long? Maker { get; init; }

    /// <summary>Words in an order.</summary>
    [JsonPropertyName("tags")] public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Numbers without an order.</summary>
    [Set, JsonPropertyName("sizes")] public List<int>? Sizes { get; init; }

    /// <summary>Telephones, each with what it is for.</summary>
    [JsonPropertyName("phones")] public IReadOnlyList<MeasurePhone>? Phones { get; init; }

    /// <summary>A GUID.</summary>
    [JsonPropertyName("ticket")] public Guid? Ticket { get; init; }

    /// <summary>GUIDs.</summary>
    [JsonPropertyName("tickets")] public IReadOnlyList<Guid>? Tickets { get; init; }

    /// <summary>A floating-point number of 32 bits.</summary>
    [JsonPropertyName("ratio")]
    public float? Ratio { get; init; }
}
