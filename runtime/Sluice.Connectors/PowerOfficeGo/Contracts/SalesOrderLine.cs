using System.Text.Json.Serialization;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>A line of a <see cref="SalesOrder"/>. Where it has a product, PowerOffice demands a quantity.</summary>
public sealed record SalesOrderLine
{
    /// <summary>The line's id, which PowerOffice gives. Tells which line a row is about; it is never sent.</summary>
    [JsonPropertyName("Id")] public long? Id { get; init; }

    /// <summary>What was ordered.</summary>
    [Reference("Powerofficego", "Products"), JsonPropertyName("ProductId")] public long? ProductId { get; init; }

    /// <summary>The code of what was ordered. Where both are sent, the id counts.</summary>
    [JsonPropertyName("ProductCode")] public string? ProductCode { get; init; }

    /// <summary>How many.</summary>
    [JsonPropertyName("Quantity")] public decimal? Quantity { get; init; }

    /// <summary>The price of one, without value added tax.</summary>
    [JsonPropertyName("ProductUnitPrice")] public decimal? ProductUnitPrice { get; init; }

    /// <summary>What the line says.</summary>
    [JsonPropertyName("Description")] public string? Description { get; init; }
}
