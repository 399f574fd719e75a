using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>Goods or a service that is sold.</summary>
/// <remarks>
/// Source: PowerOffice Go API v2, resource <c>Products</c>. Prices are in whole units of the client's currency. A
/// missing property is taken as unknown.
/// </remarks>
[Entity("Powerofficego", "Products")]
public sealed record Product
{
    /// <summary>The id.</summary>
    [Key, ReadOnly, JsonPropertyName("Id")] public long Id { get; init; }

    /// <summary>The name, 400 characters at most.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("Name")] public string? Name { get; init; }

    /// <summary>The code, 100 characters at most.</summary>
    [JsonPropertyName("Code")] public string? Code { get; init; }

    /// <summary>What it is.</summary>
    [JsonPropertyName("Description")] public string? Description { get; init; }

    /// <summary>What one costs who buys it, without value added tax.</summary>
    [JsonPropertyName("UnitPrice")] public decimal? UnitPrice { get; init; }

    /// <summary>What one costs the client.</summary>
    [JsonPropertyName("UnitCost")] public decimal? UnitCost { get; init; }

    /// <summary>The number in the bar code.</summary>
    [JsonPropertyName("Gtin")] public string? Gtin { get; init; }

    /// <summary><c>Product</c> or <c>Service</c>.</summary>
    [JsonPropertyName("ProductType")] public string? ProductType { get; init; }

    /// <summary>The group, by its id.</summary>
    [JsonPropertyName("ProductGroupId")] public long? ProductGroupId { get; init; }

    /// <summary>The group's code. It may be written in place of the id; with both, the id counts.</summary>
    [JsonPropertyName("ProductGroupCode")] public string? ProductGroupCode { get; init; }

    /// <summary>What it is counted in, by its code.</summary>
    [JsonPropertyName("UnitOfMeasureCode")] public string? UnitOfMeasureCode { get; init; }

    /// <summary>Whether it was put away.</summary>
    [JsonPropertyName("IsArchived")] public bool? IsArchived { get; init; }

    /// <summary>Whether it is kept in stock.</summary>
    [JsonPropertyName("IsStockItem")] public bool? IsStockItem { get; init; }

    /// <summary>How many are in stock.</summary>
    [JsonPropertyName("StockOnHand")] public decimal? StockOnHand { get; init; }

    /// <summary>How many of those nobody has ordered.</summary>
    [ReadOnly, JsonPropertyName("StockAvailable")] public decimal? StockAvailable { get; init; }

    /// <summary>When the product was made.</summary>
    [ReadOnly, JsonPropertyName("CreatedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? CreatedDateTimeOffset { get; init; }

    /// <summary>When the product was last changed.</summary>
    [ReadOnly, Modified, JsonPropertyName("LastChangedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? LastChangedDateTimeOffset { get; init; }
}
